namespace DaiHoi.Web.Platform.Access;

/// <summary>Somebody who has signed in, as far as rules need to know: who it is, and which roles he has where.</summary>
/// <param name="Id">of the account</param>
/// <param name="Name">as others see it</param>
public sealed record Person(long Id, string Name, IReadOnlyList<Granted> Grants)
{
    /// <summary>Who is behind a request that a rule has let through.</summary>
    public static Person Behind(HttpContext context) =>
        (Person)(
            context.Items[typeof(Person)] ?? throw new InvalidOperationException("Only behind a rule that asks for a person")
        );

    /// <summary>Whether the rule let him look only.</summary>
    public static bool ReadsOnly(HttpContext context) => context.Items.ContainsKey(nameof(ReadsOnly));

    /// <summary>Whether the rule of the address asked for somebody and let one through.</summary>
    public static bool IsBehind(HttpContext context) => context.Items.ContainsKey(typeof(Person));

    internal void StandBehind(HttpContext context, bool readsOnly = false)
    {
        context.Items[typeof(Person)] = this;
        if (readsOnly)
            context.Items[nameof(ReadsOnly)] = true;
    }

    /// <summary>Whether one of these roles was granted on an organisation or on one above it.</summary>
    /// <param name="path">of the organisation, <c>/1/7/</c></param>
    public bool Is(string path, params ReadOnlySpan<Role> roles)
    {
        foreach (var granted in Grants)
        {
            if (roles.Contains(granted.Role) && path.StartsWith(granted.Path, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>Paths of the organisations on which one of these roles was granted, in order, none of them below another.</summary>
    public List<string> PartsOf(IReadOnlyCollection<Role> roles)
    {
        var paths = Grants
            .Where(granted => roles.Contains(granted.Role))
            .Select(granted => granted.Path)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return
        [
            .. paths
                .Where(path => !paths.Exists(other => other != path && path.StartsWith(other, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether one of these roles was granted anywhere.</summary>
    public bool IsAnywhere(params ReadOnlySpan<Role> roles)
    {
        foreach (var granted in Grants)
        {
            if (roles.Contains(granted.Role))
                return true;
        }
        return false;
    }
}

/// <param name="Path">of the organisation on which the role was granted</param>
public sealed record Granted(Role Role, string Path);
