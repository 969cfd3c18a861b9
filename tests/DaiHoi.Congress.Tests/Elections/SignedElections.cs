using System.Text;
using DaiHoi.Documents;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Elections;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Papers;
using DaiHoi.Web.Elections.Signing;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>Signed results made of numbers, to look at their papers in the empty, usual and largest form.</summary>
internal static class SignedElections
{
    private static readonly DateTime At = new(2020, 6, 12, 8, 30, 0, DateTimeKind.Utc);
    private static readonly string[] Families = ["Nguyễn Thị", "Trần Văn", "Lê Thị Thùy", "Phạm Đức", "Hoàng Minh", "Điểu"];
    private static readonly string[] Given =
    [
        "An",
        "Ánh",
        "Bình",
        "Chính",
        "Cường",
        "Dung",
        "Dương",
        "Đạt",
        "Đức",
        "Giang",
        "Hà",
        "Hạnh",
        "Hiền",
        "Hùng",
        "Hương",
        "Khánh",
        "Lan",
    ];

    /// <summary>Nobody has half of the votes.</summary>
    public static SignedElection Empty => Of(1, 2, "Bầu Bí thư Đảng ủy xã Lộc An khóa XII", Post.Secretary, place => 60 + place);

    /// <summary>Fifteen out of seventeen, corrected once.</summary>
    public static SignedElection Usual =>
        Of(15, 17, "Bầu Ban Chấp hành Đảng bộ xã Lộc An khóa XII", Post.Committee, VotesOfUsual, corrected: true);

    /// <summary>As many as a list may hold in practice.</summary>
    public static SignedElection Largest =>
        Of(66, 80, "Bầu đoàn đại biểu dự Đại hội đại biểu Đảng bộ tỉnh lần thứ XI", Post.Delegates, place => 149 - place);

    /// <summary>The same with what a register would know of everybody.</summary>
    public static SignedElection Known(SignedElection signed) =>
        signed with
        {
            Details = signed.Election.List.Candidates.ToDictionary(
                one => one.Number,
                one =>
                    CandidateDetails.Of(
                        new DateOnly(1965 + (one.Number * 2 % 28), 1 + (one.Number % 12), 1),
                        signed.SignedOn
                    ) with
                    {
                        IsWoman = one.Name.Contains("Thị", StringComparison.Ordinal),
                        Ethnicity = one.Name.StartsWith("Điểu", StringComparison.Ordinal) ? "X’tiêng" : "Kinh",
                        IsMinority = one.Name.StartsWith("Điểu", StringComparison.Ordinal),
                        JoinedOn = "19/05/1999",
                        OfficialOn = "19/05/2000",
                        Schooling = "Đại học Luật",
                        Theory = "Cao cấp",
                        Posts = "Đảng ủy viên, Chủ tịch Hội Nông dân xã",
                    }
            ),
        };

    private static long VotesOfUsual(int place) => place is 4 or 11 ? 41 : 149 - (place * 7 % 40);

    private static SignedElection Of(int seats, int names, string title, Post post, Func<int, long> votes, bool corrected = false)
    {
        var rules = RuleSet.Named("vn-2020")!;
        var candidates = Enumerable
            .Range(1, names)
            .Select(place => new ListedCandidate(
                place,
                $"{Families[place % Families.Length]} {Given[(place - 1) * Given.Length / names]}",
                CandidateSource.Prepared,
                null
            ))
            .ToList();
        var sheet = string.Join(' ', [148L, 2L, .. candidates.Select(one => Math.Min(148, votes(one.Number)))]);
        var entry = new GroupEntry("Lê Thị Ánh", At, At, new string('a', 64), [new(0, sheet, Doubtful: false)]);
        var counted = new CountedElection(
            "C",
            "LA",
            "Đảng bộ xã Lộc An",
            title,
            post,
            seats,
            BallotForm.StrikeOut,
            1,
            Among.Everyone,
            names,
            CongressKind.Delegates,
            CountMethod.Sheets,
            new(152, 150, [], 150, 150),
            new(At, "Trần Thị Bình", 150, 149, candidates),
            [
                new("board-head", "Đặng Văn Ân"),
                new("board-group-a", "Lê Thị Ánh"),
                new("board-group-b", "Phạm Quốc Việt"),
                new("board-third", "Điểu Hòa"),
            ],
            [new(1, 150, entry, entry, [], [])]
        );
        var result = Count.Of(counted.Counting(rules));
        var signature = corrected
            ? new Signature(2, "Phiếu 12 tập 3 có ký tên của người bầu.", "Đặng Văn Ân", At, new string('b', 64))
            : new Signature(1, null, "Đặng Văn Ân", At, null);
        var (archive, hash) = ResultArchive.Write(counted, RuleSetText.Of(rules.Id), result, signature);
        var signed = new SignedResult
        {
            ElectionId = 1,
            Version = signature.Version,
            Reason = signature.Reason,
            Archive = archive,
            Hash = hash,
            SignedById = 1,
            SignedByName = signature.By,
            SignedAt = At,
        };
        var campaign = new KnownCampaign(1, "C", "Đại hội 2020", "2020-2025", 1, new(2020, 1, 1), null, "party", [], rules.Id);
        var day = DateOnly.FromDateTime(At);
        return new(
            new(signed, ResultArchive.Read(Encoding.UTF8.GetBytes(archive)).Content, counted.Counting(rules), result),
            CongressWords.Of(campaign, counted.Organisation, counted.Kind, rules, "XII"),
            "Đảng bộ huyện Lộc Ninh",
            day,
            PaperLayouts.Nearest("party", day),
            new Dictionary<int, CandidateDetails>(),
            "https://dai-hoi.binhphuoc.example",
            [],
            IsOfBranch: false
        );
    }
}
