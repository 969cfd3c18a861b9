using System.Globalization;
using System.IO.Compression;
using System.Text;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Organisations.Import;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Ui;
using MiniExcelLibs;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Tests.Organisations;

public abstract class OrganisationImportTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database)
        : OrganisationImportTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : OrganisationImportTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Small = """
        code,name,parent_code,kind,level,members,valid_from,valid_to
        X1,Đảng bộ xã Một,H1,,grassroots,30,,
        T,Đảng bộ tỉnh Bình Phước,,,province,,,
        H1,Đảng bộ huyện Lộc Ninh,T,,district,1500,1976-01-01,
        C1,Chi bộ 1,X1,,branch,12,2001-02-03,
        """;

    [Fact]
    public async Task A_file_in_any_order_becomes_a_tree()
    {
        var plan = await ImportAsync(Small);
        Assert.Equal((4, 0), (plan.Founded.Count(), plan.Faults.Count));
        Assert.Equal(
            ["C1 < X1 Chi bộ 1", "H1 < T Đảng bộ huyện Lộc Ninh", "T < · Đảng bộ tỉnh Bình Phước", "X1 < H1 Đảng bộ xã Một"],
            await Hand().OnAsync("2025-07-01")
        );
        Assert.Equal(
            ["branch", "district-party-body", "provincial-party-body", "commune-party-body"],
            await Database.Sql.ListAsync(
                "select kind from organisation where parent_id is not null order by code",
                row => row.GetString(0),
                Stop
            )
        );
        // Another one can still be founded.
        await Hand().FoundAsync("X2", "Đảng bộ xã Hai", "grassroots", (await Hand().Tree.FindAsync("H1", Stop))!.Id);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_leaves_no_trace()
    {
        await ImportAsync(Small);
        var before = await EverythingAsync();
        var plan = await ImportAsync(Small);
        Assert.Equal((0, 0, 4), (plan.Founded.Count(), plan.Changed.Count(), plan.Unchanged.Count()));
        Assert.Equal(before, await EverythingAsync());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_is_exported_comes_back_as_it_is(string kind)
    {
        await ImportAsync(Small);
        var hand = Hand();
        await hand.DoAsync(
            new Rename((await hand.Tree.FindAsync("X1", Stop))!.Id, "Đảng bộ xã «Một, Hai»; \"Ba\"", null),
            "2025-07-01"
        );
        await hand.DoAsync(new Dissolve((await hand.Tree.FindAsync("C1", Stop))!.Id), "2025-08-01");
        var before = await EverythingAsync();
        using var file = new MemoryStream();
        var export = new OrganisationExport(Database.Sql);
        Assert.Equal(
            4,
            kind == "csv" ? await export.WriteCsvAsync(file, null, Stop) : await export.WriteXlsxAsync(file, null, Stop)
        );
        file.Position = 0;
        var plan = await Import().RunAsync(TreeHand.Clerk, file, "lại." + kind, new(), static (_, _) => { }, Stop);
        Assert.Equal([], Said(plan));
        Assert.Equal((0, 0, 0, 0), (plan.Founded.Count(), plan.Changed.Count(), plan.Moved.Count(), plan.Closed.Count()));
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task As_it_was_on_a_day_comes_out_as_it_was()
    {
        await ImportAsync(Small);
        var hand = Hand();
        await hand.DoAsync(new RemoveLevel((await hand.Tree.FindAsync("T", Stop))!.Id, "district"), "2025-07-01");
        Assert.Contains("X1,Đảng bộ xã Một,H1,", await ExportedAsync("2025-06-30"), StringComparison.Ordinal);
        Assert.Contains("X1,Đảng bộ xã Một,T,", await ExportedAsync("2025-07-01"), StringComparison.Ordinal);
        Assert.DoesNotContain("H1", await ExportedAsync("2025-07-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_file_changes_moves_and_ends_is_shown_before_and_done_after()
    {
        await ImportAsync(Small);
        const string changed = """
            Mã tổ chức;Tên tổ chức;Mã cấp trên;Cấp;Số đảng viên;Đến ngày
            X1;Đảng bộ xã Mới;T;Cơ sở;30;
            C1;Chi bộ 1;X1;branch;13;
            H1;Đảng bộ huyện Lộc Ninh;T;district;1500;30/06/2025
            X2;Đảng bộ xã Hai;T;grassroots;;
            """;
        var rehearsed = await Import().PlanAsync(Bytes(changed), new(), Stop);
        Assert.Equal([], Said(rehearsed));
        Assert.Equal(["X2"], rehearsed.Founded.Select(node => node.Code));
        Assert.Equal(["C1", "X1"], rehearsed.Changed.Select(node => node.Code).Order());
        Assert.Equal(["X1"], rehearsed.Moved.Select(node => node.Code));
        Assert.Equal(["H1"], rehearsed.Closed.Select(node => node.Code));
        Assert.Equal(4, (await Hand().OnAsync("2025-12-01")).Count);
        await ImportAsync(changed);
        Assert.Equal(
            ["C1 < X1 Chi bộ 1", "T < · Đảng bộ tỉnh Bình Phước", "X1 < T Đảng bộ xã Mới", "X2 < T Đảng bộ xã Hai"],
            await Hand().OnAsync("2025-12-01")
        );
        Assert.Contains("X1 < H1 Đảng bộ xã Một", await Hand().OnAsync("2025-06-30"));
        var (branch, commune) = ((await Hand().Tree.FindAsync("C1", Stop))!, (await Hand().Tree.FindAsync("X1", Stop))!);
        Assert.StartsWith(commune.Path, branch.Path, StringComparison.Ordinal);
        // A column that the file does not have stays as it is.
        Assert.Equal(new DateOnly(2001, 2, 3), branch.ValidFrom);
    }

    [Theory]
    [InlineData("T,Trùng,,,province,,,", 6, "code", "import-twice")]
    [InlineData("X9,Xã,H9,,grassroots,,,", 6, "parent_code", "import-parent-unknown")]
    [InlineData("X9,Xã,X9,,grassroots,,,", 6, "parent_code", "import-own-parent")]
    [InlineData("X9,Xã,C1,,grassroots,,,", 6, "level", "import-level-order")]
    [InlineData("X9,Xã,T,,moon,,,", 6, "level", "import-level-unknown")]
    [InlineData("X9,Xã,T,,,,,", 6, "level", "import-level-missing")]
    [InlineData("X9,Xã,T,branch,grassroots,,,", 6, "kind", "import-kind-unknown")]
    [InlineData("X9,,T,,grassroots,,,", 6, "name", "tree-name-missing")]
    [InlineData(",Xã,T,,grassroots,,,", 6, "code", "tree-code-missing")]
    [InlineData("goc,Xã,T,,grassroots,,,", 6, "code", "tree-code-owner")]
    [InlineData("X 9,Xã,T,,grassroots,,,", 6, "code", "tree-code-signs")]
    [InlineData("X9,=HYPERLINK(1),T,,grassroots,,,", 6, "name", "tree-text-formula")]
    [InlineData("X9,\"Xã\nHai\",T,,grassroots,,,", 6, "name", "tree-text-lines")]
    [InlineData("X9,Xã,T,,grassroots,-1,,", 6, "members", "tree-members-number")]
    [InlineData("X9,Xã,T,,grassroots,,31/02/2020,", 6, "valid_from", "import-day")]
    [InlineData("X9,Xã,T,,grassroots,,2020-01-02,2020-01-01", 6, "valid_to", "import-days-order")]
    [InlineData("X9,Xã,T,,grassroots,,2025-12-02,", 6, "valid_from", "tree-day-future")]
    [InlineData("H2,Huyện,T,,district,,,2020-01-01\nX9,Xã,H2,,grassroots,,,", 7, "parent_code", "import-parent-ended")]
    [InlineData("X9,Xã \"Hai,T,,grassroots,,,", 6, "", "import-quotes")]
    [InlineData("X9,\"Xã,T,,grassroots,,,", 6, "", "import-quotes")]
    public async Task One_mistake_is_told_with_row_column_and_reason_and_nothing_is_imported(
        string row,
        int number,
        string column,
        string why
    )
    {
        await Hand().Tree.RootAsync(Stop);
        var before = await EverythingAsync();
        var plan = await ImportAsync($"{Small}\n{row}\n");
        Assert.Equal([$"{number} {column} {why}"], Said(plan));
        Assert.Equal(before, await EverythingAsync());
        // And it can be said.
        Assert.All(
            plan.Faults.Told,
            fault => Assert.NotEqual(TreeWords.Of(fault, Texts.Vietnamese), TreeWords.Of(fault, Texts.InEnglish))
        );
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_row_is_told_at_once()
    {
        var plan = await ImportAsync(
            $"{Small}\nT,,H9,,district,abc,32/01/2020,\nX8,,H9,,moon,-1,,01-13-2020\n,Xã,H9,,grassroots,,,\n"
        );
        Assert.Equal(
            [
                "6 code import-twice",
                "6 members tree-members-number",
                "6 name tree-name-missing",
                "6 parent_code import-parent-unknown",
                "6 valid_from import-day",
                "7 level import-level-unknown",
                "7 members tree-members-number",
                "7 name tree-name-missing",
                "7 parent_code import-parent-unknown",
                "7 valid_to import-day",
                "8 code tree-code-missing",
                "8 parent_code import-parent-unknown",
            ],
            Said(plan).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_circle_is_told_in_each_of_its_rows()
    {
        var plan = await ImportAsync(
            "code,name,parent_code,level\nA,Một,C,province\nB,Hai,A,province\nC,Ba,B,province\nD,Bốn,C,province\n"
        );
        Assert.Equal(3, plan.Faults.Told.Count(fault => fault.Why == "import-cycle"));
    }

    [Fact]
    public async Task What_a_file_does_not_name_is_not_left_below_what_it_ends_or_turns_round()
    {
        await ImportAsync(Small);
        Assert.Equal(
            ["2 valid_to import-below-open"],
            Said(await ImportAsync("code,name,level,parent_code,valid_to\nH1,Đảng bộ huyện Lộc Ninh,district,T,2025-01-01\n"))
        );
        Assert.Contains(
            "2 parent_code import-cycle",
            Said(await ImportAsync("code,name,level,parent_code\nH1,Đảng bộ huyện Lộc Ninh,district,X1\n"))
        );
        Assert.Contains(
            "2 level import-below-level",
            Said(await ImportAsync("code,name,level,parent_code\nH1,Đảng bộ huyện Lộc Ninh,branch,T\n"))
        );
    }

    [Fact]
    public async Task The_heading_must_be_known_and_whole()
    {
        Assert.Equal(
            ["1  import-column-unknown", "1 level import-column-missing"],
            Said(await ImportAsync("code,name,colour\nT,Tỉnh,red\n"))
        );
        Assert.Equal(["1 code import-column-twice"], Said(await ImportAsync("code,Mã,name,level\nT,T,Tỉnh,province\n")));
        Assert.Equal(["0  import-empty"], Said(await ImportAsync("")));
        Assert.Equal(["0  import-no-rows"], Said(await ImportAsync("code,name,level\n\n")));
    }

    [Theory]
    [InlineData("utf-8", ",", "\n")]
    [InlineData("utf-8-bom", ";", "\r\n")]
    [InlineData("utf-16", "\t", "\r\n")]
    [InlineData("windows-1258", ";", "\r\n")]
    public async Task Encodings_separators_and_line_ends_are_recognised(string encoding, string separator, string end)
    {
        var rows = string.Join(
            end,
            "Mã,Tên,Mã cấp trên,Cấp".Replace(",", separator, StringComparison.Ordinal),
            $"T{separator}Đảng bộ tỉnh Bình Phước{separator}{separator}province",
            $"H1{separator}Đảng bộ huyện Lộc Ninh{separator}T{separator}district",
            $"H2{separator}Đảng bộ huyện Bù Gia Mập{separator}T{separator}district"
        );
        var bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(rows),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(rows)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(rows)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes(In1258(rows)),
        };
        using var file = new MemoryStream(bytes);
        var plan = await Import().RunAsync(TreeHand.Clerk, file, "x.csv", new(), static (_, _) => { }, Stop);
        Assert.Equal([], Said(plan));
        Assert.Equal("Đảng bộ huyện Bù Gia Mập", (await Hand().Tree.FindAsync("H2", Stop))!.Name);
    }

    [Fact]
    public async Task Mixed_line_ends_and_blank_lines_are_read()
    {
        var plan = await ImportAsync("code,name,level,parent_code\r\nT,Tỉnh,province,\n\nH1,Huyện,district,T\r\n,,,\r\n");
        Assert.Equal(2, plan.Founded.Count());
    }

    [Fact]
    public async Task A_field_without_end_and_rows_without_number_stop_the_reading()
    {
        Assert.Contains(
            "import-",
            Said(await ImportAsync("code,name,level\nT,\"" + new string('x', 3_000_000)))[0],
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["2  import-field-long"],
            Said(await ImportAsync("code,name,level\nT," + new string('x', TableFile.LongestField + 1) + ",province\n"))
        );
        using var endless = new Endless("code,name,level\n", "T,Tỉnh,province\n", 1_500_000);
        var plan = await Import().PlanAsync(endless, new(), Stop);
        Assert.Contains(plan.Faults.Told, fault => fault.Why is "import-twice");
        Assert.True(endless.Position < endless.Length, "It read to the end");
    }

    [Fact]
    public async Task A_spreadsheet_that_unpacks_to_too_much_or_is_none_is_refused()
    {
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 1025; i++)
                part.Write(zeros);
        }
        bomb.Position = 0;
        Assert.Equal(["0  import-bomb"], Said(await Import().PlanAsync(bomb, new(), Stop)));
        using var broken = new MemoryStream([.. "PK\u0003\u0004"u8, .. new byte[100]]);
        Assert.Equal(["0  import-broken"], Said(await Import().PlanAsync(broken, new(), Stop)));
        using var old = new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0, 0]);
        Assert.Equal(["0  import-xls"], Said(await Import().PlanAsync(old, new(), Stop)));
        using var nul = new MemoryStream("c\0o\0d\0e\0,\0n\0a\0m\0e\0"u8.ToArray());
        Assert.NotEmpty(Said(await Import().PlanAsync(nul, new(), Stop)));
    }

    [Fact]
    public async Task A_spreadsheet_with_days_and_numbers_is_read_as_it_shows()
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(
            new[]
            {
                new
                {
                    code = (object)"T",
                    name = "Đảng bộ tỉnh",
                    level = "province",
                    members = (object)12345,
                    valid_from = new DateTime(1997, 1, 1),
                },
                new
                {
                    code = (object)7,
                    name = "Đảng bộ tỉnh Bảy",
                    level = "province",
                    members = (object)1.5,
                    valid_from = new DateTime(1997, 1, 1),
                },
            },
            cancellationToken: Stop
        );
        file.Position = 0;
        Assert.Equal(["3 members tree-members-number"], Said(await Import().PlanAsync(file, new(), Stop)));
    }

    [Fact]
    public async Task Who_stops_an_import_has_imported_nothing()
    {
        await Hand().Tree.RootAsync(Stop);
        var before = await EverythingAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Import()
                .RunAsync(
                    TreeHand.Clerk,
                    Bytes(Many(5_000)),
                    "nhiều.csv",
                    new(),
                    (done, _) =>
                    {
                        if (done > 2_000)
                            stop.Cancel();
                    },
                    stop.Token
                )
        );
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task Followers_hear_of_all_that_is_new_or_elsewhere()
    {
        var heard = new List<(int Count, DateOnly From)>();
        var follower = new Follower(heard);
        var hand = new TreeHand(Database, follower);
        await hand.Tree.RootAsync(Stop);
        heard.Clear();
        var import = new OrganisationImport(Database.Factory, hand.Tree, hand.Changes, hand.Clock, hand.Called);
        await import.RunAsync(TreeHand.Clerk, Bytes(Small), "x.csv", new(), static (_, _) => { }, Stop);
        await import.RunAsync(
            TreeHand.Clerk,
            Bytes("code,name,level,parent_code\nX1,Đảng bộ xã Một,grassroots,T\n"),
            "x.csv",
            new(On: new(2025, 7, 1)),
            static (_, _) => { },
            Stop
        );
        Assert.Equal([(4, DateOnly.MinValue), (1, new DateOnly(2025, 7, 1))], heard);
    }

    [Fact]
    public async Task Ten_thousand_come_in_a_few_seconds_and_come_back_unchanged()
    {
        var many = Many(10_000);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var first = await ImportAsync(many);
        Assert.Equal(10_000, first.Founded.Count());
        var second = await ImportAsync(many);
        Assert.Equal(10_000, second.Unchanged.Count());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
        // The branches of half the communes go to other ones, in one statement for all.
        var moved = many.Replace(",X00", ",X01", StringComparison.Ordinal);
        Assert.True((await ImportAsync(moved)).Moved.Count() > 100);
        Assert.Empty(
            await Database.Sql.ListAsync(
                """
                select o.code from organisation o join organisation p on p.id = o.parent_id
                where o.path <> p.path || o.id || '/'
                """,
                row => row.GetString(0),
                Stop
            )
        );
    }

    /// <summary>A province, its communes and their branches.</summary>
    internal static string Many(int count)
    {
        var text = new StringBuilder(
            "code,name,parent_code,kind,level,members,valid_from,valid_to\nT,Đảng bộ tỉnh,,,province,,,\n"
        );
        var communes = Math.Max(1, count / 20);
        for (var i = 0; i < communes; i++)
            text.Append(CultureInfo.InvariantCulture, $"X{i:000},Đảng bộ xã số {i},T,,grassroots,,,\n");
        for (var i = 0; i < count - 1 - communes; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"C{i},Chi bộ khu phố {i},X{i % communes:000},,branch,{i % 50},1990-01-01,\n"
            );
        return text.ToString();
    }

    private TreeHand? hand;

    private TreeHand Hand() => hand ??= new TreeHand(Database);

    private OrganisationImport Import() => new(Database.Factory, Hand().Tree, Hand().Changes, Hand().Clock, Hand().Called);

    private async Task<ImportPlan> ImportAsync(string text)
    {
        using var file = Bytes(text);
        return await Import().RunAsync(TreeHand.Clerk, file, "tệp.csv", new(), static (_, _) => { }, Stop);
    }

    private async Task<string> ExportedAsync(string day)
    {
        using var file = new MemoryStream();
        await new OrganisationExport(Database.Sql).WriteCsvAsync(file, TreeHand.Day(day), Stop);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static List<string> Said(ImportPlan plan) =>
        [.. plan.Faults.Told.Select(fault => $"{fault.Row} {fault.Column} {fault.Why}")];

    // The code page has most letters only with their mark behind them.
    private static string In1258(string text)
    {
        var made = new StringBuilder();
        foreach (var letter in text)
        {
            var parts = letter.ToString().Normalize(NormalizationForm.FormD);
            var tone = parts.FirstOrDefault(part => part is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323');
            made.Append(
                tone == '\0'
                    ? letter.ToString()
                    : parts.Replace(tone.ToString(), "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC) + tone
            );
        }
        return made.ToString();
    }

    private async Task<List<string>> EverythingAsync() =>
        [
            .. await Database.Sql.ListAsync("select * from organisation order by id", Line, Stop),
            .. await Database.Sql.ListAsync("select * from organisation_version order by id", Line, Stop),
            .. await Database.Sql.ListAsync("select id, kind from organisation_change order by id", Line, Stop),
            .. await Database.Sql.ListAsync("select seq, action from audit_entry order by seq", Line, Stop),
        ];

    private static string Line(System.Data.Common.DbDataReader row) =>
        string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => FormattableString.Invariant($"{row.GetValue(i)}")));

    private sealed class Follower(List<(int Count, DateOnly From)> heard) : IFollowTheTree
    {
        public Task FollowAsync(Database database, IReadOnlyCollection<long> organisations, DateOnly from, CancellationToken stop)
        {
            heard.Add((organisations.Count, from));
            return Task.CompletedTask;
        }
    }

    /// <summary>Far more rows than a file may have, without holding them.</summary>
    private sealed class Endless(string head, string row, long times) : Stream
    {
        private readonly byte[] first = Encoding.UTF8.GetBytes(head);
        private readonly byte[] further = Encoding.UTF8.GetBytes(row);

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => first.Length + (times * further.Length);
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = 0;
            for (; read < count && Position < Length; read++, Position++)
                buffer[offset + read] =
                    Position < first.Length ? first[Position] : further[(Position - first.Length) % further.Length];
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
