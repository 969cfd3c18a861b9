using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Desk.Parts;

/// <summary>The fields that say what is to be done to the chosen articles, as typed.</summary>
/// <param name="Back">the list from which one came</param>
internal sealed record TogetherForm(
    IReadOnlyList<TogetherDeed> Deeds,
    IReadOnlyList<(long Id, Bilingual Name)> Sections,
    string Back,
    Texts T
)
{
    public TogetherDeed? Deed { get; init; }
    public string? Reason { get; init; }
    public long? Section { get; init; }
    public string? Tags { get; init; }

    public string WordOf(TogetherDeed deed) =>
        deed switch
        {
            TogetherDeed.Submit => T["do-submit"],
            TogetherDeed.Approve => T["do-approve"],
            TogetherDeed.Return => T["together-return"],
            TogetherDeed.Publish => T["do-publish"],
            TogetherDeed.Withdraw => T["together-withdraw"],
            TogetherDeed.MoveToSection => T["together-section"],
            TogetherDeed.AddTags => T["together-add-tags"],
            TogetherDeed.RemoveTags => T["together-remove-tags"],
            _ => throw new InvalidOperationException(deed.ToString()),
        };
}
