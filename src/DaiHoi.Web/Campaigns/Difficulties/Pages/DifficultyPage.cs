using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Campaigns.Difficulties.Pages;

/// <summary>What the pages about difficulties and lessons have in common.</summary>
internal abstract class DifficultyPage(DeskContext desk) : DeskPage(desk)
{
    /// <summary>What refuses it, by field; "form" is the whole.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public string Number(long number) => Formats.Number(number, English);

    public string Moment(DateTime utc) => Formats.Moment(Clock.ToSite(utc), English);

    public static string WordOf(DifficultyTopic topic) =>
        topic switch
        {
            DifficultyTopic.Guidance => "topic-guidance",
            DifficultyTopic.Papers => "topic-papers",
            DifficultyTopic.Personnel => "topic-personnel",
            DifficultyTopic.Delegates => "topic-delegates",
            DifficultyTopic.Elections => "topic-elections",
            DifficultyTopic.Time => "topic-time",
            DifficultyTopic.Structure => "topic-structure",
            DifficultyTopic.Means => "topic-means",
            DifficultyTopic.Other => "topic-other",
            _ => throw new ArgumentOutOfRangeException(nameof(topic)),
        };

    private protected void Tell(RecordingResult result)
    {
        foreach (var problem in result.Problems)
            Problems.TryAdd(problem.Field, English ? problem.Words.English : problem.Words.Vietnamese);
        if (result.Outcome == Recorded.Changed)
            Problems.TryAdd("form", T["difficulty-changed"]);
    }

    private protected PageResult Refused(Recorded outcome = Recorded.Refused)
    {
        Response.StatusCode =
            outcome == Recorded.Changed ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
