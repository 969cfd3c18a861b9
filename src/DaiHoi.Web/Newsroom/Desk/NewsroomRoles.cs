using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>Whoever writes: reporters, editors, publishers.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ForWritersAttribute() : AccessRuleAttribute
{
    public override bool Allows(Person person) => person.IsAnywhere(Role.Reporter, Role.Editor, Role.Publisher);
}

/// <summary>Whoever writes, and who only reads: auditors and administrators.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ForNewsroomAttribute() : AccessRuleAttribute
{
    public static Role[] Roles { get; } = [Role.Reporter, Role.Editor, Role.Publisher, Role.Auditor, Role.Administrator];

    public override bool Allows(Person person) => person.IsAnywhere(Roles);
}
