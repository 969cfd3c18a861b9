namespace DaiHoi.Web.Platform.Access;

/// <summary>Who may call an endpoint; each states one. What is decided for one object is asked of the <see cref="Person"/>.</summary>
public abstract class AccessRuleAttribute : Attribute
{
    /// <summary>Nobody needs to sign in.</summary>
    public virtual bool IsOpen => false;

    public abstract bool Allows(Person person);
}

/// <summary>Everybody, with or without an account.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public class OpenAttribute : AccessRuleAttribute
{
    public override bool IsOpen => true;

    public override bool Allows(Person person) => true;
}

/// <summary>Everybody, and it takes what they send: the sign-in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TakesFormsAttribute : OpenAttribute;

/// <summary>Whoever has signed in, whatever his roles.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForSignedInAttribute : AccessRuleAttribute
{
    public override bool Allows(Person person) => true;
}

/// <summary>Whoever has one of these roles on some organisation.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForAttribute(params Role[] roles) : AccessRuleAttribute
{
    public IReadOnlyList<Role> Roles => roles;

    /// <summary>
    /// What lies behind the address belongs to an organisation: who has the role on another does not find it. The rule
    /// cannot know to which; the page asks <see cref="Person.Is"/>.
    /// </summary>
    public bool OwnOnly { get; init; }

    /// <summary>An auditor may look at it; what he sends is refused as everybody else's.</summary>
    public bool AuditorReads { get; init; }

    public override bool Allows(Person person) => person.IsAnywhere(roles);
}
