using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>Difficulties that wait for an answer and lessons that wait to be spread, at the organisations of a checker or head.</summary>
internal sealed class DifficultyWork(CampaignPlaces places, DifficultyReading reading, SiteClock clock) : IWaitingWork
{
    private const int Shown = 8;

    public async Task<IReadOnlyList<WorkGroup>> OfAsync(Person person, Texts t, CancellationToken stop)
    {
        if (!person.IsAnywhere(Role.Checker, Role.Head))
            return [];
        var groups = new List<WorkGroup>();
        foreach (var campaign in (await places.CampaignsAsync(stop)).Where(one => one.ClosedOn is null))
        {
            foreach (var place in await places.GrantedAsync(campaign, person, [Role.Checker, Role.Head], clock.Today, stop))
            {
                var waiting = await reading.WaitingAsync(campaign, place, stop);
                Add(t["work-difficulties", place.Name], [.. waiting.Where(one => !one.IsLesson)]);
                Add(t["work-lessons", place.Name], [.. waiting.Where(one => one.IsLesson)]);

                void Add(string title, List<ListedDifficulty> rows)
                {
                    if (rows.Count == 0)
                        return;
                    groups.Add(
                        new(
                            title,
                            rows.Count,
                            [
                                .. rows.Take(Shown)
                                    .Select(row => new WorkLine(
                                        row.Address,
                                        Shortened.Of(row.Text, Difficulty.InList),
                                        $"{row.Organisation}, {Formats.Day(row.RecordedOn)}",
                                        null
                                    )),
                            ],
                            DifficultyAddress.OfPlace(campaign.Code, place.Code)
                        )
                    );
                }
            }
        }
        return groups;
    }
}
