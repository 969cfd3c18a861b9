using System.Diagnostics;
using System.Runtime.CompilerServices;
using DaiHoi.Documents;
using DaiHoi.Web.Elections.Papers;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>Papers of elections in their empty, usual and largest form.</summary>
public sealed class ElectionPaperFormTests
{
    [Fact]
    public void Every_paper_can_be_written_in_every_form_and_in_every_layout()
    {
        foreach (var signed in (SignedElection[])[SignedElections.Empty, SignedElections.Usual, SignedElections.Largest])
        {
            foreach (var layout in PaperLayouts.All)
            {
                foreach (var kind in ElectionPapers.Of(signed))
                {
                    var paper = ElectionPapers.Make(signed with { Layout = layout }, kind);
                    Assert.InRange(PdfPaper.Write(Stream.Null, paper, layout), 1, 12);
                    using var docx = new MemoryStream();
                    DocxPaper.Write(docx, paper, layout);
                }
            }
        }
    }

    [Fact]
    public void The_largest_list_is_whole_and_in_the_order_of_the_ballot()
    {
        var signed = SignedElections.Largest;
        var table = CountingMinutes.Of(signed).Blocks.OfType<PaperTable>().First();
        Assert.Equal(signed.Election.List.Candidates.Select(one => one.Name), table.Rows.Select(row => row[1].Text));
        var elected = CountingMinutes.Of(signed).Blocks.OfType<PaperTable>().Last().Rows;
        Assert.Equal(66, elected.Count);
        var votes = elected.Select(row => row[2].Value).ToList();
        Assert.Equal(votes.OrderDescending(), votes);
    }

    [Fact]
    public void Composition_counts_whom_it_knows_only_where_it_knows_everybody()
    {
        var known = SignedElections.Known(SignedElections.Usual);
        var composition = CompositionOf(known);
        Assert.Equal("15", composition["Tổng số"]);
        Assert.Equal(
            known.Elected.Count(one => one.Candidate.Name.Contains("Thị", StringComparison.Ordinal)).ToString(Culture),
            composition["Nữ"]
        );
        Assert.Equal(
            15,
            ((string[])["Dưới 40 tuổi", "Từ 40 đến 50 tuổi", "Trên 50 tuổi"]).Sum(group => int.Parse(composition[group], Culture))
        );
        Assert.Matches("^[0-9]{2},[0-9]$", composition["Tuổi bình quân"]);

        var one = known.Details.ToDictionary();
        one[SignedElection.NumberOf(known.Elected[0])] = CandidateDetails.None;
        var partly = CompositionOf(known with { Details = one });
        Assert.Equal("15", partly["Tổng số"]);
        foreach (var group in (string[])["Nữ", "Dân tộc thiểu số", "Dưới 40 tuổi", "Tuổi bình quân"])
            Assert.Equal((group, ""), (group, partly[group]));
    }

    [Fact]
    public void Ages_are_those_of_the_day_of_the_signature()
    {
        var signed = SignedElections.Usual;
        // Signed on 12 June 2020: forty tomorrow, forty today.
        var (young, old) = (new DateOnly(1980, 6, 13), new DateOnly(1980, 6, 12));
        foreach (var (born, under) in ((DateOnly, string)[])[(young, "15"), (old, "0")])
        {
            var details = signed.Election.List.Candidates.ToDictionary(
                candidate => candidate.Number,
                _ => CandidateDetails.Of(born, signed.SignedOn)
            );
            Assert.Equal(under, CompositionOf(signed with { Details = details })["Dưới 40 tuổi"]);
        }
    }

    [Fact]
    public void Delegates_are_sent_up_for_their_credentials_and_a_committee_to_be_ratified()
    {
        Assert.Contains("chuẩn y", WordsOf(ResultResolution.Of(SignedElections.Usual)), StringComparison.Ordinal);
        Assert.Contains("tư cách đại biểu", WordsOf(ResultResolution.Of(SignedElections.Largest)), StringComparison.Ordinal);
        var top = WordsOf(ResultResolution.Of(SignedElections.Usual with { Superior = null }));
        Assert.DoesNotContain("chuẩn y", top, StringComparison.Ordinal);
        Assert.Contains("2. Nghị quyết này", top, StringComparison.Ordinal);
    }

    /// <summary>The pictures in <c>docs/screenshots/papers</c>, of the first two pages.</summary>
    [Fact(Explicit = true)]
    public void Pictures_are_taken()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "screenshots", "papers");
        var file = Path.GetTempFileName();
        foreach (
            var (form, signed) in ((string, SignedElection)[])
                [
                    ("empty", SignedElections.Empty),
                    ("usual", SignedElections.Known(SignedElections.Usual)),
                    ("largest", SignedElections.Largest),
                ]
        )
        {
            foreach (var kind in ElectionPapers.Of(signed))
            {
                using (var pdf = File.Create(file))
                    PdfPaper.Write(pdf, ElectionPapers.Make(signed, kind), signed.Layout);
                var name = Path.Combine(folder, $"election-{ElectionPapers.SlugOf(kind)}-{form}");
                using var drawing = Process.Start("pdftoppm", ["-png", "-r", "60", "-l", "2", file, name]);
                drawing.WaitForExit();
                Assert.Equal(0, drawing.ExitCode);
            }
        }
        File.Delete(file);
    }

    private static Dictionary<string, string> CompositionOf(SignedElection signed) =>
        ElectedList.Of(signed).Blocks.OfType<PaperTable>().Last().Rows.ToDictionary(row => row[0].Text, row => row[1].Text);

    private static string WordsOf(Paper paper) =>
        string.Join('\n', paper.Blocks.OfType<PaperParagraph>().SelectMany(block => block.Runs).Select(run => run.Text));

    private static System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.InvariantCulture;

    private static string Here([CallerFilePath] string path = "") => path;
}
