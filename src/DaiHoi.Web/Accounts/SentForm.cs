using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Accounts;

/// <summary>
/// A form that came when its sender was not signed in any more. It goes with him through the sign-in, in the fields of the
/// pages themselves, so that nothing of it is kept here before somebody has signed in; then he sends it once more.
/// </summary>
/// <param name="Path">to which it was sent</param>
/// <param name="HadFiles">files cannot be carried: they must be chosen again</param>
internal sealed record SentForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles)
{
    /// <summary>What stands before the names of carried fields.</summary>
    public const string Prefix = "gui.";

    /// <summary>The field that says that there were files.</summary>
    public const string FilesField = "gui-tep";

    // Passwords do not go into a page, and tokens are given anew.
    private static readonly string[] NotCarried = ["password", "again", "current", "__RequestVerificationToken"];

    /// <summary>The form of a request that nobody was behind; null where none came that somebody typed here.</summary>
    /// <param name="path">of the request, with its query</param>
    public static async Task<SentForm?> RefusedAsync(HttpRequest request, string path, CancellationToken stop)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsFromHere(request))
            return null;
        try
        {
            var form = await request.ReadFormAsync(stop);
            return Of(path, form.SelectMany(Values).Where(field => !NotCarried.Contains(field.Key)), form.Files.Count > 0);
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException)
        {
            // Larger than any form of the desk.
            return null;
        }
    }

    /// <summary>The form that the fields of a sign-in page carry; null where they carry none.</summary>
    public static SentForm? Carried(IFormCollection form, string? path) =>
        Of(
            path,
            form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal))
                .SelectMany(Values)
                .Select(field => KeyValuePair.Create(field.Key[Prefix.Length..], field.Value)),
            form.ContainsKey(FilesField)
        );

    private static SentForm? Of(string? path, IEnumerable<KeyValuePair<string, string>> fields, bool hadFiles)
    {
        var all = fields.ToList();
        return (all.Count > 0 || hadFiles) && Language.Inside(path) is { } inside ? new(inside, all, hadFiles) : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(
        KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> field
    ) => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""));

    // Another site could let somebody send its words, one press of a button later. A browser says where a form comes from.
    private static bool IsFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
            return site == "same-origin";
        return request.Headers.Origin is not { Count: > 0 } origin || origin == $"{request.Scheme}://{request.Host}";
    }
}
