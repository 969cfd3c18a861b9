using DaiHoi.Rules.Elections;
using DaiHoi.Web.Elections;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Entering;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>What is known of one ballot after two groups, a third person and the board have looked at it.</summary>
public sealed class ComparedBallotTests
{
    // "–" nobody has looked, "?" behind the marks: doubtful.
    [Theory]
    [InlineData("3 7", "–", "–", "–", "Waiting", null)]
    [InlineData("–", "3 7", "–", "3 7", "Waiting", null)]
    [InlineData("3 7", "3 7", "–", "–", "Agreed", "3 7")]
    [InlineData("", "", "–", "–", "Agreed", "")]
    [InlineData("3 7", "3", "–", "–", "ToThird", null)]
    [InlineData("3 7", "3", "3", "–", "Agreed", "3")]
    [InlineData("3 7", "3", "3 7", "–", "Agreed", "3 7")]
    [InlineData("3 7", "3", "7", "–", "ToBoard", null)]
    [InlineData("3 7?", "3 7", "–", "–", "ToBoard", null)]
    [InlineData("3 7", "3 7?", "–", "–", "ToBoard", null)]
    [InlineData("3", "7", "3?", "–", "ToBoard", null)]
    [InlineData("3 7?", "3", "–", "7", "Decided", "7")]
    [InlineData("3", "3", "–", "7", "Decided", "7")]
    [InlineData("3", "3", "7", "–", "ToBoard", null)]
    public void Is_what_the_looks_at_it_agree_on(string a, string b, string third, string decided, string standing, string? read)
    {
        var (first, second, looked) = (Look(a), Look(b), Look(third));
        var board = decided == "–" ? null : new Decided(decided, null);
        Assert.Equal(standing, ComparedBallot.Of(first, second, looked, board).ToString());
        Assert.Equal(read, ComparedBallot.Reading(first, second, looked, board)?.Marks);
    }

    [Theory]
    [InlineData("12 3,7", BallotForm.StrikeOut, "3 7 12", false, null)]
    [InlineData("", BallotForm.StrikeOut, "", false, null)]
    [InlineData("?", BallotForm.StrikeOut, "", true, null)]
    [InlineData("3? 7", BallotForm.StrikeOut, "3 7", true, null)]
    [InlineData("0", BallotForm.StrikeOut, null, false, "ballot-marks-not-on-list")]
    [InlineData("13", BallotForm.StrikeOut, null, false, "ballot-marks-not-on-list")]
    [InlineData("3 3", BallotForm.StrikeOut, null, false, "ballot-marks-twice")]
    [InlineData("5-", BallotForm.StrikeOut, null, false, "ballot-marks-unreadable")]
    [InlineData("7+ 5- 2", BallotForm.AgreeDisagree, "2 5- 7+", false, null)]
    [InlineData("-", BallotForm.AgreeDisagree, null, false, "ballot-marks-not-on-list")]
    public void Marks_are_read_as_they_are_typed(string typed, BallotForm form, string? marks, bool doubtful, string? problem)
    {
        var read = BallotMarks.Read(typed, form, candidates: 12);
        Assert.Equal((marks, doubtful, problem), (read.Marks, read.Doubtful, read.Problem));
    }

    [Fact]
    public void Without_surplus_a_line_agrees_unless_something_else_is_typed()
    {
        // Worked example 5: agree on A, nothing on B, both on C.
        var paper = BallotMarks.PaperOf("2- 3+", BallotForm.AgreeDisagree, candidates: 3);
        Assert.Equal([0, 2], paper.Agree);
        Assert.Equal([2], paper.Disagree);
    }

    [Theory]
    [InlineData("48 2b 30 18", "48 2b 30 18", null)]
    [InlineData("48 1f1b 30 18", "48 1b1f 30 18", null)]
    [InlineData("50 0 30 20", "50 0 30 20", null)]
    [InlineData("48 1b 40 8", null, "sheet-not-the-batch")]
    [InlineData("48 2b 49 1", null, "sheet-more-than-valid")]
    [InlineData("48 2b 48 48", null, "sheet-more-than-seats")]
    [InlineData("48 2b 30 17", null, "sheet-fewer-than-valid")]
    [InlineData("48 2b 40", null, "sheet-numbers-missing")]
    [InlineData("48 2b x 40", null, "sheet-number-wrong")]
    [InlineData("48 2 30 18", null, "sheet-reasons-missing")]
    [InlineData("48 2z 30 18", null, "sheet-reasons-missing")]
    [InlineData("48 1b1b 30 18", null, "sheet-reasons-missing")]
    [InlineData("48 2b0f 30 18", null, "sheet-reasons-missing")]
    [InlineData("48 2d 30 18", null, "sheet-reasons-missing")]
    public void A_tally_sheet_must_be_able_to_be(string typed, string? marks, string? problem)
    {
        var form = new SheetForm(
            Seats: 1,
            Candidates: 2,
            [InvalidReason.TooManyNames, InvalidReason.Marked],
            NamesSomebody: true
        );
        var read = SheetMarks.Read(typed, size: 50, form);
        Assert.Equal((marks, problem), (read.Marks, read.Problem));
    }

    [Fact]
    public void Sheets_add_up_with_their_reasons_and_older_ones_without()
    {
        var sum = SheetMarks.Sum(["48 1b1f 30 18", "20 1f 11 9"], candidates: 2);
        Assert.Equal((68L, 3L), (sum.Valid, sum.Invalid));
        Assert.Equal([41L, 27L], sum.Votes);
        Assert.Equal(
            [(InvalidReason.TooManyNames, 1L), (InvalidReason.Marked, 2L)],
            sum.Reasons.Select(one => (one.Key, one.Value))
        );
        var older = SheetMarks.Sum(["48 2 30 18", "20 1f 11 9"], candidates: 2);
        Assert.Equal(3L, older.Invalid);
        Assert.Empty(older.Reasons);
    }

    [Fact]
    public void Names_stand_in_the_order_of_the_given_name_as_the_dictionary_has_it() =>
        Assert.Equal(
            [
                "Trần Văn An",
                "Lê Thị Ánh",
                "Bùi Văn Bình",
                "Nguyễn Văn Bình",
                "Cao Minh Đức",
                "Hoàng Đức",
                "Y Thu Hà",
                "Lò Thị Hạ",
            ],
            ElectionCandidate
                .InOrder(
                    new[]
                    {
                        "Lò Thị Hạ",
                        "Nguyễn Văn Bình",
                        "Cao Minh Đức",
                        "Y Thu Hà",
                        "Lê Thị Ánh",
                        "Bùi Văn Bình",
                        "Hoàng Đức",
                        "Trần Văn An",
                    }.Select(Candidate)
                )
                .Select(candidate => candidate.Name)
        );

    private static ElectionCandidate Candidate(string name) =>
        new()
        {
            ElectionId = 1,
            Name = name,
            Source = CandidateSource.Prepared,
            AddedAt = default,
            AddedByName = "",
        };

    private static LookedAt? Look(string text) => text == "–" ? null : new(text.TrimEnd('?'), text.EndsWith('?'));
}
