using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Delegates;

/// <summary>The division of delegates among the directly lower organisations.</summary>
/// <param name="Rows">one for each organisation, in their order</param>
/// <param name="Decision">the number in all, with appointed</param>
public sealed record AllocationResult(IReadOnlyList<Allocated> Rows, Decision<long> Decision);

/// <inheritdoc cref="AllocationResult" />
public static class Allocation
{
    /// <param name="rules">the rule set</param>
    /// <param name="plan">what the summoning committee decided</param>
    /// <param name="organisations">the directly lower ones</param>
    public static AllocationResult Of(RuleSet rules, AllocationPlan plan, IReadOnlyList<LowerOrganisation> organisations)
    {
        var byMembers = plan.ByMembers switch
        {
            ByMembers.LargestRemainder => LargestRemainder.Split(plan.Seats, organisations),
            ByMembers.Quotient => [.. organisations.Select(organisation => Quotient(plan, organisation.Members))],
            _ => throw new InvalidOperationException(plan.ByMembers.ToString()),
        };
        var rows = organisations
            .Select(
                (organisation, i) =>
                    new Allocated(
                        organisation.Code,
                        plan.PerOrganisation,
                        byMembers[i],
                        organisation.Special,
                        organisation.ExOfficio
                    )
            )
            .ToList();
        return new(rows, Sum(rules, plan, rows));
    }

    /// <summary>One delegate for so many members, and one more where the remainder reaches the limit.</summary>
    public static long Quotient(AllocationPlan plan, long members)
    {
        var whole = Math.DivRem(members, plan.MembersPerDelegate, out var remainder);
        return remainder >= plan.RemainderFrom ? whole + 1 : whole;
    }

    private static Decision<long> Sum(RuleSet rules, AllocationPlan plan, List<Allocated> rows)
    {
        var each = rows.Count * plan.PerOrganisation;
        var byMembers = rows.Sum(row => row.ByMembers);
        var special = rows.Sum(row => row.Special);
        var exOfficio = rows.Sum(row => row.ExOfficio);
        var sum = each + byMembers + special + exOfficio + plan.Appointed;
        return new(
            Subject.Allocation,
            sum,
            rules.Delegates.Allocation.Article,
            new(
                $"{Vi(rows.Count)} tổ chức trực thuộc × {Vi(plan.PerOrganisation)} = {Vi(each)}; theo số lượng "
                    + $"{rules.Terms.OfficialMember.Vietnamese}: {Vi(byMembers)}; đơn vị đặc thù: {Vi(special)}; đương nhiên: "
                    + $"{Vi(exOfficio)}; chỉ định: {Vi(plan.Appointed)}. Tổng cộng {Vi(sum)} đại biểu.",
                $"{En(rows.Count)} direct organisations × {En(plan.PerOrganisation)} = {En(each)}; by members: {En(byMembers)}; "
                    + $"special organisations: {En(special)}; ex officio: {En(exOfficio)}; appointed: {En(plan.Appointed)}. "
                    + $"In all {En(sum, "delegate")}."
            )
        );
    }
}
