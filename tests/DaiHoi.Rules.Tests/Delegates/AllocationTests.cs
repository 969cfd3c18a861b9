using CsCheck;
using DaiHoi.Rules.Delegates;

namespace DaiHoi.Rules.Tests.Delegates;

public sealed class AllocationTests
{
    // Worked example 7.
    [Fact]
    public void Thirty_seats_by_largest_remainder() =>
        Assert.Equal([12, 11, 7], LargestRemainder.Split(30, Organisations(41_000, 35_500, 23_500)));

    [Theory]
    [InlineData(0, new long[] { 5, 3 }, new long[] { 0, 0 })]
    [InlineData(1, new long[] { 5, 5 }, new long[] { 1, 0 })]
    [InlineData(1, new long[] { 3, 5 }, new long[] { 0, 1 })]
    [InlineData(3, new long[] { 7, 7 }, new long[] { 2, 1 })]
    [InlineData(10, new long[] { 0, 4 }, new long[] { 0, 10 })]
    [InlineData(2, new long[] { 1, 1, 1 }, new long[] { 1, 1, 0 })]
    [InlineData(0, new long[] { 0, 0 }, new long[] { 0, 0 })]
    // Remainders of 10/20 each: the larger organisation comes first.
    [InlineData(2, new long[] { 5, 15 }, new long[] { 0, 2 })]
    public void Ties_go_to_the_larger_then_to_the_lower_code(long seats, long[] members, long[] split) =>
        Assert.Equal(split, LargestRemainder.Split(seats, Organisations(members)));

    [Fact]
    public void The_order_of_the_organisations_does_not_decide() =>
        Assert.Equal([0, 1], LargestRemainder.Split(1, [new("b", 5), new("a", 5)]));

    [Fact]
    public void Seats_cannot_be_shared_by_nobody()
    {
        Assert.Throws<ArgumentException>(() => LargestRemainder.Split(1, Organisations(0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(-1, Organisations(1)));
    }

    // Members × seats is more than 64 bits hold.
    [Fact]
    public void A_split_does_not_overflow()
    {
        const long all = 4_000_000_000_000_000_000;
        Assert.Equal([333, 667], LargestRemainder.Split(1_000, Organisations(all / 3, all / 3 * 2)));
    }

    // Worked example 8: one per 12,000 members, one more for a remainder of at least 6,001.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(6_000, 0)]
    [InlineData(6_001, 1)]
    [InlineData(12_000, 1)]
    [InlineData(18_000, 1)]
    [InlineData(18_001, 2)]
    [InlineData(24_000, 2)]
    public void A_quotient_with_a_remainder_rule(long members, long delegates)
    {
        var plan = new AllocationPlan(13, ByMembers.Quotient, MembersPerDelegate: 12_000, RemainderFrom: 6_001);
        Assert.Equal(delegates, Allocation.Quotient(plan, members));
        Assert.Equal(members / 12_000, Allocation.Quotient(plan with { RemainderFrom = null }, members));
    }

    // 13th National Congress: 67 × 13 = 871; 194 ex officio, 15 appointed, 1,590 in all.
    [Fact]
    public void The_parts_of_an_allocation_sum()
    {
        var organisations = Enumerable
            .Range(0, 67)
            .Select(i => new LowerOrganisation(
                $"o{i:00}",
                18_001 + (6_000 * (i % 3)),
                ExOfficio: i < 60 ? 3 : 2,
                Special: i < 6 ? 5 : 0
            ))
            .ToList();
        var plan = new AllocationPlan(13, ByMembers.Quotient, MembersPerDelegate: 12_000, RemainderFrom: 6_001, Appointed: 15);
        var result = Allocation.Of(A.Vn2020, plan, organisations);
        Assert.Equal(871, result.Rows.Sum(row => row.PerOrganisation));
        Assert.Equal(194, result.Rows.Sum(row => row.ExOfficio));
        Assert.Equal(30, result.Rows.Sum(row => row.Special));
        Assert.Equal(result.Decision.Value, result.Rows.Sum(row => row.InAll) + 15);
        Assert.Equal(new("o00", 13, 2, 5, 3), result.Rows[0]);
        Assert.Equal((20, 23), (result.Rows[0].Elected, result.Rows[0].InAll));
    }

    // As published of the 13th National Congress: 1,590 delegates, of them 194 ex officio, 1,381 elected, 15 appointed.
    [Fact]
    public void The_delegates_of_the_thirteenth_national_congress_sum()
    {
        var organisations = Enumerable
            .Range(0, 67)
            .Select(i => new LowerOrganisation(
                $"o{i:00}",
                0,
                ExOfficio: i < 60 ? 3 : 2,
                Special: i < 60 ? 8
                    : i < 66 ? 5
                    : 0
            ))
            .ToList();
        var result = Allocation.Of(A.Vn2020, new(13, ByMembers.Quotient, 0, 12_000, 6_001, Appointed: 15), organisations);
        Assert.Equal(871, result.Rows.Sum(row => row.PerOrganisation));
        Assert.Equal(1_381, result.Rows.Sum(row => row.Elected));
        Assert.Equal(1_590, result.Decision.Value);
        Assert.Contains("1.590 đại biểu", result.Decision.Explanation.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void By_largest_remainder_the_seats_are_those_of_the_plan()
    {
        var result = Allocation.Of(
            A.Vn2020,
            new(2, ByMembers.LargestRemainder, Seats: 30),
            Organisations(41_000, 35_500, 23_500)
        );
        Assert.Equal([14, 13, 9], result.Rows.Select(row => row.InAll));
        Assert.Equal(36, result.Decision.Value);
    }

    [Theory]
    [InlineData("province", 299, false)]
    [InlineData("province", 300, true)]
    [InlineData("province", 350, true)]
    [InlineData("province", 351, false)]
    [InlineData("hanoi", 0, true)]
    [InlineData("hanoi", 500, true)]
    [InlineData("hanoi", 501, false)]
    [InlineData("army", 450, true)]
    [InlineData("district", 301, false)]
    [InlineData("central-bloc", 249, false)]
    public void Delegates_keep_within_the_limits_of_2020(string kind, long delegates, bool within) =>
        Assert.Equal(within, DelegateLimit.Of(A.Vn2020, kind, delegates)!.Value);

    [Theory]
    [InlineData("province-not-merged", 400)]
    [InlineData("province-merged-of-two", 450)]
    [InlineData("province-merged-of-three", 500)]
    [InlineData("ho-chi-minh-city", 550)]
    [InlineData("hanoi", 550)]
    [InlineData("nghe-an", 500)]
    [InlineData("thanh-hoa", 500)]
    [InlineData("army", 450)]
    [InlineData("public-security", 350)]
    [InlineData("central-organ", 450)]
    [InlineData("district", 300)]
    [InlineData("commune", 250)]
    [InlineData("ward", 250)]
    [InlineData("special-zone", 250)]
    [InlineData("grassroots", 250)]
    public void Delegates_keep_within_the_limits_of_2025(string kind, long most)
    {
        Assert.True(DelegateLimit.Of(A.Vn2025, kind, most)!.Value);
        Assert.False(DelegateLimit.Of(A.Vn2025, kind, most + 1)!.Value);
    }

    [Fact]
    public void Without_a_limit_nothing_is_decided()
    {
        Assert.Null(DelegateLimit.Of(A.Vn2020, "moon", 1));
        Assert.Null(DelegateLimit.Appointed(A.Vn2020, 1, 10));
    }

    [Theory]
    [InlineData(100, 5, true)]
    [InlineData(100, 6, false)]
    [InlineData(99, 4, true)]
    [InlineData(99, 5, false)]
    [InlineData(10, 0, true)]
    public void A_youth_union_appoints_at_most_one_in_twenty(long delegates, long appointed, bool within) =>
        Assert.Equal(within, DelegateLimit.Appointed(A.Youth, appointed, delegates)!.Value);

    private static readonly Gen<long[]> SomeMembers = Gen.Long[0, 100_000].Array[1, 40].Where(members => members.Sum() > 0);

    [Fact]
    public void Any_split_sums_is_monotone_in_members_and_within_one_seat_of_the_share() =>
        Gen.Select(Gen.Long[0, 600], SomeMembers)
            .Sample(
                (seats, members) =>
                {
                    var split = LargestRemainder.Split(seats, Organisations(members));
                    Assert.Equal(seats, split.Sum());
                    var all = members.Sum();
                    for (var i = 0; i < members.Length; i++)
                    {
                        Assert.InRange(split[i], members[i] * seats / all, (members[i] * seats / all) + 1);
                        for (var j = 0; j < members.Length; j++)
                            Assert.True(members[i] <= members[j] || split[i] >= split[j]);
                    }
                }
            );

    [Fact]
    public void Any_allocation_sums_and_gives_more_for_more_members() =>
        Gen.Select(SomeMembers, Gen.Long[0, 20], Gen.Long[1, 20_000], Gen.Long[0, 20])
            .Sample(
                (members, each, per, appointed) =>
                {
                    var plan = new AllocationPlan(
                        each,
                        ByMembers.Quotient,
                        MembersPerDelegate: per,
                        RemainderFrom: (per / 2) + 1,
                        Appointed: appointed
                    );
                    var result = Allocation.Of(A.Vn2020, plan, Organisations(members));
                    Assert.Equal(result.Decision.Value, result.Rows.Sum(row => row.InAll) + appointed);
                    for (var i = 0; i < members.Length; i++)
                        Assert.True(Allocation.Quotient(plan, members[i] + 1) >= result.Rows[i].ByMembers);
                }
            );

    // Whether the sum is within the limits of the level is decided by the same numbers, at their edges too.
    [Fact]
    public void Any_allocation_is_within_the_limits_or_said_to_be_outside_them() =>
        Gen.Select(SomeMembers, Gen.Long[0, 20], Gen.Long[0, 400], Gen.Int[0, 100])
            .Sample(
                (members, each, seats, pick) =>
                {
                    foreach (var rules in new[] { A.Vn2020, A.Vn2025 })
                    {
                        var limit = rules.Delegates.Limits[pick % rules.Delegates.Limits.Count];
                        var result = Allocation.Of(
                            rules,
                            new(each, ByMembers.LargestRemainder, Seats: seats),
                            Organisations(members)
                        );
                        var sum = (each * members.Length) + seats;
                        Assert.Equal(sum, result.Decision.Value);
                        Assert.Equal(
                            (limit.Least is null || sum >= limit.Least) && sum <= limit.Most,
                            DelegateLimit.Of(rules, limit.For, sum)!.Value
                        );
                        // Whoever plans for the limit and divides what the base numbers leave gets exactly it.
                        var left = limit.Most - (each * members.Length);
                        if (left < 0)
                            continue;
                        var full = Allocation.Of(
                            rules,
                            new(each, ByMembers.LargestRemainder, Seats: left),
                            Organisations(members)
                        );
                        Assert.Equal(limit.Most, full.Rows.Sum(row => row.InAll));
                        Assert.True(DelegateLimit.Of(rules, limit.For, full.Decision.Value)!.Value);
                    }
                }
            );

    private static LowerOrganisation[] Organisations(params long[] members) =>
        [.. members.Select((count, i) => new LowerOrganisation($"o{i:00}", count))];
}
