using DaiHoi.Documents;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>What papers a signed election has.</summary>
internal enum ElectionPaperKind
{
    Minutes,
    Notice,
    Resolution,
    ElectedList,
    ExtractList,
}

/// <summary>The papers of a signed election: which there are, how addresses name them, and how each is made.</summary>
internal static class ElectionPapers
{
    /// <summary>In the order of the work: nobody can be listed where nobody was elected, nor resolved on but to leave the seats open.</summary>
    public static IEnumerable<ElectionPaperKind> Of(SignedElection signed) =>
        Enum.GetValues<ElectionPaperKind>()
            .Where(kind =>
                kind is ElectionPaperKind.Minutes or ElectionPaperKind.Notice
                || signed.AllElected.Count > 0
                || (kind == ElectionPaperKind.Resolution && signed.SeatsLeft is not null)
            );

    public static string SlugOf(ElectionPaperKind kind) =>
        kind switch
        {
            ElectionPaperKind.Minutes => "bien-ban-kiem-phieu",
            ElectionPaperKind.Notice => "thong-bao",
            ElectionPaperKind.Resolution => "nghi-quyet",
            ElectionPaperKind.ElectedList => "danh-sach",
            ElectionPaperKind.ExtractList => "trich-ngang",
            _ => throw new InvalidOperationException(kind.ToString()),
        };

    /// <returns>null where the election has no such paper</returns>
    public static ElectionPaperKind? Find(SignedElection signed, string? slug)
    {
        foreach (var kind in Of(signed))
        {
            if (SlugOf(kind) == slug)
                return kind;
        }
        return null;
    }

    /// <summary>Whether it says of people more than names and votes.</summary>
    public static bool NeedsRecords(ElectionPaperKind kind) =>
        kind is ElectionPaperKind.ElectedList or ElectionPaperKind.ExtractList;

    public static Paper Make(SignedElection signed, ElectionPaperKind kind) =>
        kind switch
        {
            ElectionPaperKind.Minutes => CountingMinutes.Of(signed),
            ElectionPaperKind.Notice => ResultNotice.Of(signed),
            ElectionPaperKind.Resolution => ResultResolution.Of(signed),
            ElectionPaperKind.ElectedList => ElectedList.Of(signed),
            ElectionPaperKind.ExtractList => ExtractList.Of(signed),
            _ => throw new InvalidOperationException(kind.ToString()),
        };
}
