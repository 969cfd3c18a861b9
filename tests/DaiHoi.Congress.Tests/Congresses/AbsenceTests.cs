using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Why somebody did not come, as the report of the congress tells it.</summary>
public sealed class AbsenceTests
{
    [Theory]
    [InlineData(null, null, "chưa rõ")]
    [InlineData("vắng mặt suốt thời gian đại hội có lý do chính đáng", "Excused", "có lý do (vắng mặt suốt")]
    public void A_reason_for_which_somebody_does_not_count_is_a_reason_for_his_absence(
        string? deduction,
        string? mark,
        string words
    )
    {
        var absent = new AbsentDelegate("Nguyễn Văn An", AttendanceStanding.None, deduction);
        Assert.Equal(mark, absent.Mark?.ToString());
        Assert.StartsWith(words, absent.Why(Texts.Vietnamese), StringComparison.Ordinal);
    }
}
