namespace DaiHoi.Rules.Elections;

/// <summary>How many more candidates than seats a list may have.</summary>
/// <param name="Of">posts for which it holds</param>
/// <param name="Required">the list must have more candidates than seats</param>
/// <param name="AtMost">share of the seats; null without a cap</param>
/// <param name="SmallBodies">sizes for which a number of people stands in place of the share</param>
/// <param name="Article">where it is written</param>
public sealed record SurplusRule(
    IReadOnlyList<Post> Of,
    bool Required,
    Fraction? AtMost,
    IReadOnlyList<SmallBody> SmallBodies,
    Article Article
);

/// <summary>Bodies so small that the surplus is counted in people.</summary>
/// <param name="From">seats</param>
/// <param name="To">seats</param>
/// <param name="People">the most, whatever their share</param>
/// <param name="Article">where it is written</param>
public sealed record SmallBody(int From, int To, int People, Article Article);
