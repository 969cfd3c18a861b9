using System.Formats.Tar;
using System.Text.RegularExpressions;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Backup;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Platform.Backup;

/// <summary>A file that is no whole backup of DaiHoi is refused, and changes nothing.</summary>
public sealed class HostileBackupTests(SqliteTestDatabase database) : IAsyncLifetime, IClassFixture<SqliteTestDatabase>
{
    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-backup-").FullName;
    private string good = "";

    private string Place => Path.Combine(folder, "place");
    private string Bad => Path.Combine(folder, "bad.tar");

    public async ValueTask InitializeAsync()
    {
        good = Path.Combine(folder, "good.tar");
        await database.EmptyAsync();
        await using (var site = await Site.OpenAsync(database.Address))
            await Visitor.OpenAccountAsync(site, "minhluan", Role.Reporter);
        Directory.CreateDirectory(Path.Combine(database.Address.Folder, "media", "ab"));
        await File.WriteAllTextAsync(Path.Combine(database.Address.Folder, "media", "ab", "ab-480.webp"), "picture");
        await new BackupWriter(
            database.Address,
            database.Sql,
            ForgedBackup.Folders,
            new SettableTime(SettableTime.Usual)
        ).WriteAsync(good, TestContext.Current.CancellationToken);
    }

    private BackupRestore Restore => ForgedBackup.RestoreOf(DatabaseAddress.Of(Place, postgres: null));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_verbs_answer_in_one_line_and_refuse_with_2()
    {
        var verified = await RunningProgram.RunAsync("backup", "verify", good, "--language", "en");
        Assert.Equal((0, ""), (verified.ExitCode, verified.Errors));
        Assert.Contains("whole", verified.Output, StringComparison.Ordinal);
        var restored = await RunningProgram.RunAsync("restore", good, "--data", Place, "--language", "vi");
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Contains("Nhật ký nguyên vẹn", restored.Output, StringComparison.Ordinal);
        Assert.Equal("picture", await File.ReadAllTextAsync(Path.Combine(Place, "media", "ab", "ab-480.webp")));

        var before = ForgedBackup.HashOf(await File.ReadAllBytesAsync(good));
        var over = await RunningProgram.RunAsync("backup", good, "--data", Place);
        Assert.Equal((2, "", before), (over.ExitCode, over.Output, ForgedBackup.HashOf(await File.ReadAllBytesAsync(good))));
        var again = await RunningProgram.RunAsync("backup", Bad, "--data", Place);
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Bad));

        await File.WriteAllBytesAsync(Bad, (await File.ReadAllBytesAsync(good))[..^3000]);
        foreach (
            var verb in (string[][])
                [
                    ["backup", "verify", Bad],
                    ["restore", Bad],
                    ["restore", Bad + "x"],
                    ["restore", good],
                ]
        )
        {
            var refused = await RunningProgram.RunAsync([.. verb, "--data", Place]);
            Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
            Assert.Single(refused.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.DoesNotContain("   at ", refused.Errors, StringComparison.Ordinal);
        }
        var nothing = await RunningProgram.RunAsync("backup", Bad + "y", "--data", Place + "z");
        Assert.Equal((2, ""), (nothing.ExitCode, nothing.Output));
        Assert.False(File.Exists(Bad + "y") || Directory.Exists(Place + "z"));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.001)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.9999)]
    public async Task One_that_was_cut_off_is_refused(double part)
    {
        var bytes = await File.ReadAllBytesAsync(good);
        await File.WriteAllBytesAsync(Bad, bytes[..(int)(bytes.Length * part)]);
        await RefusedAsync();
    }

    [Fact]
    public async Task One_in_which_a_single_bit_differs_is_refused_wherever_it_is()
    {
        var bytes = await File.ReadAllBytesAsync(good);
        foreach (var at in Enumerable.Range(0, 8).Select(i => (int)((bytes.Length - 1025L) * i / 7)))
        {
            bytes[at] ^= 4;
            await File.WriteAllBytesAsync(Bad, bytes);
            await Assert.ThrowsAsync<BackupException>(() => Restore.VerifyAsync(Bad, Stop));
            bytes[at] ^= 4;
        }
    }

    [Theory]
    [InlineData("files/media/../../evil")]
    [InlineData("files/../evil")]
    [InlineData("files/keys/key.xml")]
    [InlineData("files/media/.hidden")]
    [InlineData("files//etc/evil")]
    [InlineData("/etc/evil")]
    [InlineData("files/media/a\\..\\b")]
    [InlineData("files/media/xấu")]
    [InlineData("daihoi.db")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await ForgeAsync(entries => entries.Insert(entries.Count - 1, ForgedBackup.Entry(name, "evil"u8.ToArray())));
        await RefusedAsync();
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.Directory)]
    [InlineData(TarEntryType.Fifo)]
    public async Task What_is_no_plain_file_is_refused(TarEntryType type)
    {
        var entry = new UstarTarEntry(type, "files/media/ab");
        if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            entry.LinkName = "/etc";
        await ForgeAsync(entries => entries.Insert(entries.Count - 1, entry));
        await RefusedAsync();
    }

    [Fact]
    public async Task A_second_name_beside_the_first_is_refused()
    {
        var pax = new PaxTarEntry(
            TarEntryType.RegularFile,
            "files/media/ab/x",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = "../../evil" }
        )
        {
            DataStream = new MemoryStream("evil"u8.ToArray()),
        };
        await ForgeAsync(entries => entries.Insert(entries.Count - 1, pax));
        await RefusedAsync();
    }

    [Fact]
    public async Task A_part_that_grows_without_end_is_not_unpacked()
    {
        await ForgeAsync(entries =>
        {
            var at = entries.FindIndex(entry => entry.Name.StartsWith("rows/", StringComparison.Ordinal));
            entries[at] = ForgedBackup.Entry(entries[at].Name, ForgedBackup.Packed(new byte[200 * 1024 * 1024]));
        });
        await RefusedAsync();
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 0")]
    [InlineData("\"format\": 1", "\"format\": 2")]
    [InlineData("\"migration\": \"", "\"migration\": \"Later")]
    [InlineData("\"account\"", "\"account; drop table article\"")]
    [InlineData("\"columns\"", "\"column\"")]
    [InlineData("\"display_name\"", "\"display_name2\"")]
    [InlineData("{", "[")]
    public async Task A_beginning_that_says_something_else_is_refused(string from, string to)
    {
        await ForgedBackup.RewriteAsync(
            good,
            Bad,
            (name, text) => name == "backup.json" ? text.Replace(from, to, StringComparison.Ordinal) : text
        );
        Assert.NotEqual(await File.ReadAllBytesAsync(good), await File.ReadAllBytesAsync(Bad));
        await RefusedAsync();
    }

    [Theory]
    [InlineData("^\\[[^,]*,", "[")]
    [InlineData("^\\[[^,]*,", "[{\"x\":1},")]
    [InlineData("^\\[", "[1,")]
    [InlineData("]\n", "]")]
    [InlineData("]\n", "]]\n")]
    [InlineData("]\n", "]\n\n")]
    public async Task A_row_that_is_none_is_refused(string from, string to)
    {
        await ForgedBackup.RewriteAsync(
            good,
            Bad,
            (name, text) =>
                name.StartsWith("rows/account/", StringComparison.Ordinal)
                    ? Regex.Replace(text, from, to, RegexOptions.Multiline, TimeSpan.FromSeconds(5))
                    : text
        );
        await RefusedAsync();
    }

    [Fact]
    public async Task Sums_that_do_not_fit_are_refused()
    {
        await ForgeAsync(entries => entries.RemoveAll(entry => entry.Name.StartsWith("files/", StringComparison.Ordinal)));
        await RefusedAsync();
    }

    [Theory]
    [InlineData("no backup at all, only some words")]
    [InlineData("")]
    public async Task Any_other_file_is_refused(string text)
    {
        await File.WriteAllTextAsync(Bad, text);
        await RefusedAsync();
    }

    private async Task ForgeAsync(Action<List<TarEntry>> change)
    {
        var entries = ForgedBackup
            .Entries(good)
            .Where(entry => entry.Name != "checksum")
            .Select(entry => ForgedBackup.Entry(entry.Name, entry.Bytes))
            .ToList();
        change(entries);
        await ForgedBackup.WriteAsync(Bad, entries);
    }

    private async Task RefusedAsync()
    {
        var refused = await Assert.ThrowsAsync<BackupException>(() => Restore.RestoreAsync(Bad, Stop));
        Assert.False(Directory.Exists(Place), "something was made");
        // Whether its columns are those of the database, only restoring knows.
        if (refused.Detail != "account")
            Assert.Equal(
                refused.Problem,
                (await Assert.ThrowsAsync<BackupException>(() => Restore.VerifyAsync(Bad, Stop))).Problem
            );
    }
}
