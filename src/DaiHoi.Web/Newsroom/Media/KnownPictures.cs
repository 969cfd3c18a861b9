using DaiHoi.Web.Data;

namespace DaiHoi.Web.Newsroom.Media;

/// <summary>
/// Which pictures there are, by their row. Files come before the row: a program that ends in between leaves files of which
/// nobody was told, and those are not shown to anybody.
/// </summary>
public sealed class KnownPictures(Sql sql)
{
    public async Task<bool> HasAsync(string sha256, CancellationToken stop) =>
        // One seek in ux_picture_sha256; readers keep a picture for good and do not ask twice.
        await sql.FirstAsync("select count(*) from picture where sha256 = @sha", row => row.GetInt64(0), stop, ("sha", sha256))
        > 0;
}
