using CsCheck;
using DaiHoi.Web.Reports.Merging;
using DaiHoi.Web.Reports.Writing;

namespace DaiHoi.Web.Tests.Reports;

/// <summary>What says nearly the same is brought together; how words become paragraphs.</summary>
public sealed class SimilarPassagesTests
{
    [Fact]
    public void Texts_that_differ_by_a_word_or_by_marks_stand_together_and_others_do_not()
    {
        var groups = SimilarPassages.Group([
            "Thiếu hội trường để tổ chức đại hội chi bộ ở vùng sâu, vùng xa.",
            "Kinh phí cấp chậm so với kế hoạch.",
            "THIEU HOI TRUONG de to chuc dai hoi chi bo o vung sau, vung xa",
            "Thiếu hội trường để tổ chức đại hội chi bộ ở các vùng sâu, vùng xa.",
            "Đại biểu đông, chỗ ở thiếu.",
        ]);
        Assert.Equal(
            [
                [0, 2, 3],
                [1],
                [4],
            ],
            groups
        );
    }

    [Fact]
    public void Every_text_stands_in_exactly_one_group_and_the_same_text_always_with_itself() =>
        Gen.OneOf(
                Gen.Const("thiếu hội trường lớn"),
                Gen.Const("kinh phí chậm"),
                Gen.Const("không có"),
                Gen.Const(""),
                Gen.Const("một hai ba bốn năm")
            )
            .List[0, 30]
            .Sample(texts =>
            {
                var groups = SimilarPassages.Group(texts);
                Assert.Equal(Enumerable.Range(0, texts.Count), groups.SelectMany(group => group).Order());
                foreach (var (at, text) in texts.Index().Where(one => one.Item.Length > 0))
                {
                    var group = groups.First(group => group.Contains(at));
                    Assert.All(texts.Index().Where(one => one.Item == text), one => Assert.Contains(one.Index, group));
                }
            });

    [Fact]
    public void Nine_hundred_passages_are_grouped_while_somebody_waits()
    {
        var texts = Enumerable
            .Range(0, 900)
            .Select(i => string.Join(' ', Enumerable.Range(0, 120).Select(w => $"chữ{(i % 300) + (w * 7)}")))
            .ToList();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var groups = SimilarPassages.Group(texts);
        Assert.True(watch.Elapsed.TotalSeconds < 5, $"{watch.Elapsed}");
        Assert.All(groups, group => Assert.True(group.Count >= 3));
    }

    [Fact]
    public void Paragraphs_are_parted_by_empty_lines_and_lists_by_their_dashes()
    {
        var paragraphs = ReportText.Parse("Mở đầu:\n- một\n- hai\n\nĐoạn sau,\nxuống dòng.\n\n\n");
        Assert.Equal(
            [(false, "Mở đầu:"), (true, "một|hai"), (false, "Đoạn sau,|xuống dòng.")],
            paragraphs.Select(one => (one.IsList, string.Join('|', one.Lines)))
        );
        Assert.Empty(ReportText.Parse(" \n \n"));
    }
}
