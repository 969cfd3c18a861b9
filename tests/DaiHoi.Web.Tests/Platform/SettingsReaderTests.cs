using DaiHoi.Web.Platform.Settings;

namespace DaiHoi.Web.Tests.Platform;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Without_a_word_the_usual_settings_hold()
    {
        var settings = SettingsReader.Read(folder, postgres: null);
        Assert.Equal("http://localhost:5080", settings.Listen);
        Assert.Equal("http://localhost:5080", settings.PublicAddress);
        Assert.Equal("Asia/Ho_Chi_Minh", settings.TimeZone.Id);
        Assert.Equal((false, false), (settings.Database.IsPostgres, settings.Empty));
        Assert.Equal(Path.GetFullPath(folder), settings.Database.Folder);
        Assert.Empty(settings.KnownProxies);
        Assert.Equal((null, null), (settings.MetricsListen, settings.OpenTelemetryEndpoint));
    }

    [Fact]
    public void The_file_of_the_data_folder_is_read()
    {
        Write(
            """
            {
              "Listen": "http://127.0.0.1:7000;http://127.0.0.1:7001",
              "PublicAddress": "https://tochuc.example.vn/",
              "TimeZone": "Asia/Bangkok",
              "KnownProxies": ["10.0.0.1", "10.1.0.0/16"],
              "MetricsListen": "http://127.0.0.1:9464",
              "OpenTelemetryEndpoint": "http://127.0.0.1:4317",
              "Database": "Host=db;Database=daihoi",
              "PageStoreMegabytes": 8,
              "Logs": "JSON"
            }
            """
        );
        var settings = SettingsReader.Read(folder, postgres: null);
        Assert.Equal("http://127.0.0.1:7000;http://127.0.0.1:7001", settings.Listen);
        Assert.Equal("https://tochuc.example.vn", settings.PublicAddress);
        Assert.Equal("Asia/Bangkok", settings.TimeZone.Id);
        Assert.Equal(["10.0.0.1", "10.1.0.0/16"], settings.KnownProxies);
        Assert.Equal("http://127.0.0.1:9464", settings.MetricsListen);
        Assert.Equal("http://127.0.0.1:4317", settings.OpenTelemetryEndpoint);
        Assert.True(settings.Database.IsPostgres);
        Assert.Equal(8 * 1024 * 1024, settings.PageStoreBytes);
        Assert.True(settings.JsonLogs);
    }

    [Fact]
    public void The_command_line_weighs_more_than_the_file()
    {
        Write("""{ "Listen": "http://127.0.0.1:7000", "Database": "Host=db;Database=one" }""");
        var settings = SettingsReader.Read(folder, "Host=db;Database=other", port: 7002);
        Assert.Equal("http://localhost:7002", settings.Listen);
        Assert.Contains("Database=other", settings.Database.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void Proxies_may_stand_in_one_line()
    {
        Write("""{ "KnownProxies": "10.0.0.1, 10.0.0.2;::1" }""");
        Assert.Equal(["10.0.0.1", "10.0.0.2", "::1"], SettingsReader.Read(folder, postgres: null).KnownProxies);
    }

    [Theory]
    [InlineData("""{ "PublicAddress": "tochuc.example.vn" }""", "PublicAddress")]
    [InlineData("""{ "PublicAddress": "ftp://tochuc.example.vn" }""", "PublicAddress")]
    [InlineData("""{ "MetricsListen": "9464" }""", "MetricsListen")]
    [InlineData("""{ "OpenTelemetryEndpoint": "grpc" }""", "OpenTelemetryEndpoint")]
    [InlineData("""{ "PageStoreMegabytes": "many" }""", "PageStoreMegabytes")]
    [InlineData("""{ "PageStoreMegabytes": -1 }""", "PageStoreMegabytes")]
    [InlineData("""{ "PeopleKeptMonths": 0 }""", "PeopleKeptMonths")]
    [InlineData("""{ "PeopleKeptMonths": 121 }""", "PeopleKeptMonths")]
    [InlineData("""{ "PeopleKeptMonths": "a year" }""", "PeopleKeptMonths")]
    [InlineData("""{ "TimeZone": "Asia/Ha_Noi_Khong_Co" }""", "TimeZone")]
    [InlineData("""{ "TimeZone": "" }""", "TimeZone")]
    [InlineData("""{ "TimeZone": "../../etc/passwd" }""", "TimeZone")]
    [InlineData("""{ "Database": "nonsense" }""", "database")]
    [InlineData("""{ "Database": "Host=db;Port=abc" }""", "database")]
    [InlineData("""{ "Listen": """, "daihoi.json")]
    [InlineData("[]", "daihoi.json")]
    public void A_value_that_cannot_be_read_is_named(string file, string name)
    {
        Write(file);
        var refused = Assert.Throws<SettingsException>(() => SettingsReader.Read(folder, postgres: null));
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("Host=db;Database")]
    [InlineData("=")]
    [InlineData("Host=db;Unknown Word=1")]
    public void A_connection_string_that_cannot_be_read_is_named(string postgres)
    {
        var refused = Assert.Throws<SettingsException>(() => SettingsReader.Read(folder, postgres));
        Assert.Contains("--database", refused.Message, StringComparison.Ordinal);
    }

    private void Write(string json) => File.WriteAllText(Path.Combine(folder, "daihoi.json"), json);
}
