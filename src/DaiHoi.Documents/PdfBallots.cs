using DaiHoi.Documents.Pdf;

namespace DaiHoi.Documents;

/// <summary>Ballots as PDF, ready to be printed, stamped and handed out.</summary>
public static class PdfBallots
{
    /// <summary>Ballots in one file: what a hall needs of one batch. They lie in it once, however many are printed.</summary>
    public const int MostCopies = 1000;

    /// <summary>Size of the names where they have room enough, in points; smaller than this they are never set.</summary>
    public const double LeastNames = 14;

    /// <summary>
    /// Writes ballots with room for the seal of the summoning committee at the upper left: names as large as the page allows, in
    /// one column, else in two, else on several pages; no name is cut by the end of a page. The same ballot gives the same bytes.
    /// </summary>
    /// <param name="copies">1 to <see cref="MostCopies"/></param>
    /// <returns>how many pages one ballot has</returns>
    /// <exception cref="ArgumentException">there is nobody to vote for</exception>
    /// <exception cref="ArgumentOutOfRangeException">too few copies, or too many</exception>
    public static int Write(Stream stream, BallotSheet ballot, BallotPaper paper, int copies = 1)
    {
        if (ballot.Names.Count == 0)
            throw new ArgumentException("a ballot without names elects nobody", nameof(ballot));
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(copies, MostCopies);
        var pages = new PdfPages();
        var setting = new BallotSetting(ballot, paper, pages);
        setting.Set();
        var ofOne = pages.Count;
        if (copies > 1)
        {
            var again = setting.SetUnheard();
            for (var copy = 1; copy < copies; copy++)
            {
                foreach (var page in again)
                    pages.Repeat(page);
            }
        }
        pages.Write(stream, $"{BallotSetting.Title} {ballot.Elected}");
        return ofOne;
    }
}
