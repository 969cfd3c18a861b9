using DaiHoi.Documents;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Papers;

/// <summary>Somebody who is invited and not a delegate.</summary>
/// <param name="Name">as he is addressed: "Đồng chí Nguyễn Văn An"</param>
/// <param name="Post">what he is, and where; null where nobody has said</param>
internal sealed record InvitedGuest(string Name, string? Post)
{
    public const int Most = 500;

    /// <summary>One of each line: the name, and behind the first comma or semicolon what he is.</summary>
    public static IReadOnlyList<InvitedGuest> Read(string? typed) =>
        [
            .. (typed ?? "")
                .Split('\n')
                .Select(line => line.Split([',', ';'], 2))
                .Select(parts => (Name: TypedLine.Of(parts[0]), Post: parts.Length > 1 ? TypedLine.Of(parts[1]) : null))
                .Where(guest => guest.Name is not null)
                .Select(guest => new InvitedGuest(guest.Name!, guest.Post)),
        ];
}

/// <summary>Giấy mời: invites a guest to the congress.</summary>
internal static class InvitationLetter
{
    private static readonly Texts T = Texts.Vietnamese;

    /// <param name="details">when and where, one for each line</param>
    public static Paper Of(OpenedCongress opened, InvitedGuest guest, IReadOnlyList<string> details, PaperHead head) =>
        new(
            head,
            T["congress-invitation-type"],
            T["congress-letter-summary", CongressHead.NameOf(opened)],
            [],
            [
                new PaperParagraph(T["congress-invitation-opening", CongressHead.CommitteeOf(opened), opened.Place.Name]),
                new PaperParagraph([new(guest.Name, Bold: true)]),
                .. guest.Post is null ? (PaperBlock[])[] : [new PaperParagraph(guest.Post)],
                new PaperParagraph(T["congress-invitation-to", CongressHead.NameOf(opened)]),
                new PaperList(details),
                new PaperParagraph(T["congress-invitation-closing"]),
            ],
            [new(CongressHead.Upper(CongressHead.CommitteeOf(opened)), null, null)],
            []
        );
}
