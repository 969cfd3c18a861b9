using System.Text;
using DaiHoi.Web.Campaigns.Demo;
using DaiHoi.Web.Newsroom.Beginnings;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Portal.Demo.Drawings;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Portal.Demo;

/// <summary>
/// Fills an empty portal so that it looks like one in use: the real page of March 2020 in front, everything else made up,
/// and saying so in the footer.
/// </summary>
internal sealed class DemoSite(
    FirstEdition edition,
    ImportedArticles imported,
    DrawnPictures pictures,
    PastVisits visits,
    FirstCampaigns campaigns,
    SiteClock clock
)
{
    private const string SeedPage = "tap-trung-chuan-bi.txt";
    private const int Seed = 2020;
    private const string Reason = "Dữ liệu minh họa khi cài đặt";

    /// <summary>Stands for the seed article in lists; its own photograph did not come with the page.</summary>
    private static readonly Drawing OnTheLead = new("online", 3);

    /// <summary>Frame, pictures, articles, documents and a year of visits, with the page of the old site in front.</summary>
    public async Task FillAsync(CancellationToken stop)
    {
        var filled = await FillMadeUpAsync(stop);
        var year = YearOfVisits.Of(clock.Today, Seed);
        await visits.AddAsync(
            year.Select(day => new DayOfVisits(day.Day, day.Visits, day.Visits * 9L / 4)),
            filled.Articles.SelectMany(article => YearOfVisits.ViewsOf(article.Id, article.Views, year)),
            stop
        );
        var lead = await imported.TakeInAsync(SeedPage, Encoding.UTF8.GetBytes(DemoFiles.Text(SeedPage)), stop);
        await PutInFrontAsync(lead, filled, stop);
        var models = await campaigns.FillAsync(stop);
        var number = Formats.Number(models.Printed.Numerator);
        await edition.LinkAsync(lead, $"cả nước có {number} đảng bộ cơ sở", number, models.Path, Reason, stop);
    }

    private async Task<FilledDemo> FillMadeUpAsync(CancellationToken stop)
    {
        var made = MadeUpArticle.All;
        // Drawing takes the machine's cores, writing hardly any: they go side by side.
        var drawing = Task.Run(
            () => pictures.DrawAsync([OnTheLead, .. made.SelectMany(article => article.Drawings)], stop),
            stop
        );
        await edition.DressAsync(
            MadeUpFrame.Masthead,
            MadeUpFrame.Categories,
            MadeUpFrame.Menu,
            MadeUpFrame.Pages,
            MadeUpFrame.Links,
            stop
        );
        await edition.AddDocumentsAsync([.. MadeUpDocument.All.Select(document => document.ToNew())], stop);
        var drawn = await drawing;
        var ids = await edition.PublishAsync([.. made.Select(article => article.With(drawn, clock))], Reason, stop);
        return new([.. ids.Zip(made, (id, article) => (id, article.Views))], drawn[OnTheLead]);
    }

    /// <summary>Puts the imported seed article in front of everything.</summary>
    /// <param name="articleId">as the import answered</param>
    private Task PutInFrontAsync(long articleId, FilledDemo filled, CancellationToken stop) =>
        edition.FeatureAsync(
            articleId,
            place: 1,
            "xay-dung-dang",
            ["đại hội đảng bộ các cấp", "đại hội điểm", "xây dựng Đảng"],
            new(
                filled.LeadPicture,
                "Một điểm cầu của hội nghị trực tuyến",
                "Hình vẽ phòng họp có màn hình ghép từ nhiều điểm cầu, người dự ngồi theo dãy bàn",
                MadeUpArticle.Credit
            ),
            stop
        );
}

/// <param name="Articles">id and views of each made-up article</param>
/// <param name="LeadPicture">a stored picture for the seed article</param>
internal sealed record FilledDemo(IReadOnlyList<(long Id, int Views)> Articles, long LeadPicture);
