using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Pages;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Congresses;

/// <summary>The pages of a congress to which a person is led, from each of them and from his work.</summary>
public sealed class CongressPages
{
    private readonly IEnumerable<CongressLink> links;
    private readonly CongressBook book;

    internal CongressPages(IEnumerable<CongressLink> links, CongressBook book) => (this.links, this.book) = (links, book);

    /// <returns>in their order; none where the person has nothing to do with the congress</returns>
    public async Task<IReadOnlyList<CongressLink>> OfAsync(
        Person person,
        string campaign,
        string organisation,
        CancellationToken stop
    ) => await book.OpenAsync(person, campaign, organisation, stop) is { } opened ? Of(person, opened) : [];

    internal IReadOnlyList<CongressLink> Of(Person person, OpenedCongress opened) =>
        [
            .. links
                .Where(link => MayOpen(link.Ending, person, opened))
                .OrderBy(link => link.Order)
                .Select(link => NamedFor(opened, link)),
        ];

    // Where all members meet nobody's credentials are checked: the page says who attends.
    private static CongressLink NamedFor(OpenedCongress opened, CongressLink link) =>
        link.Ending == CheckCredentials.Ending && opened.Kind == CongressKind.Members
            ? link with
            {
                TextKey = "attendance-report",
            }
            : link;

    // Who has one duty is led to what it is about, not before doors that stay shut.
    private static bool MayOpen(string ending, Person person, OpenedCongress opened) =>
        ending switch
        {
            CheckCredentials.Ending => opened.Rights.MayCheckCredentials,
            CheckIn.Ending => opened.Rights.MayCheckIn,
            PrintPapers.Ending => opened.Rights.MaySummon || opened.Rights.MayCheckCredentials,
            ArrangeDuties.Ending => DutyGiving.MayGive(person, opened.Place),
            _ => true,
        };
}
