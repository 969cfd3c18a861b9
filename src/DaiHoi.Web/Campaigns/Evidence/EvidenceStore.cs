using System.Security.Cryptography;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Files;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Uploads;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Campaigns.Evidence;

/// <summary>A file that lies in the store and waits to be attached.</summary>
/// <param name="Sha256">of the bytes that were brought</param>
internal sealed record KeptEvidence(string Sha256, bool IsPicture, string Name, long Length);

/// <summary>
/// Keeps evidence, as <c>evidence/ab/{sha256}.jpg</c> and <c>.pdf</c> in the data folder; never shown to the public. A photo is
/// decoded, turned upright and written anew, so neither its position nor anything hidden in it is kept; of a PDF only one that
/// does nothing is taken. The same bytes lie there once. A file that nothing was attached to in the end does no harm: it has no
/// address.
/// </summary>
internal sealed class EvidenceStore(DatabaseAddress address) : IDisposable
{
    public const string Folder = "evidence";
    public const long LargestFile = 25L * 1024 * 1024;
    public const int MostFiles = 10;

    /// <summary>What a form with all its files may weigh.</summary>
    public const long LargestRequest = 101L * 1024 * 1024;

    /// <summary>Sharp enough to read a photographed page of A4.</summary>
    private const int Widest = 2000;

    private readonly string folder = Path.Combine(address.Folder, Folder);

    // A 50-megapixel picture takes 200 MB while it is decoded: one after the other.
    private readonly SemaphoreSlim decoding = new(1);

    /// <summary>Takes in every file of a form, or says of the first that cannot be kept why.</summary>
    /// <returns>the files, or in words what is wrong with one of them and the status of the answer</returns>
    public async Task<(IReadOnlyList<KeptEvidence> Kept, string? Problem, int Status)> PutAsync(
        IReadOnlyList<IFormFile>? files,
        Texts t,
        CancellationToken stop
    )
    {
        var brought = (files ?? []).Where(file => file.Length > 0 || file.FileName.Length > 0).ToList();
        if (brought.Count > MostFiles)
            return ([], t["evidence-too-many", MostFiles], StatusCodes.Status422UnprocessableEntity);
        var kept = new List<KeptEvidence>(brought.Count);
        foreach (var file in brought)
        {
            try
            {
                var (one, why) = await PutAsync(file, t, stop);
                if (one is null)
                    return ([], $"{Path.GetFileName(file.FileName)}: {why}", StatusCodes.Status422UnprocessableEntity);
                kept.Add(one);
            }
            catch (Exception problem) when (problem is IOException || StorageTroubles.Of(problem) is not null)
            {
                return ([], t["photo-disk"], StorageTroubles.StatusOf(StorageTrouble.Full));
            }
        }
        return (kept, null, StatusCodes.Status200OK);
    }

    /// <summary>The answer to somebody who may see a file: a photo to look at, a PDF to save; not found where it has been lost.</summary>
    public IResult HandOut(HttpContext context, string sha256, bool picture, string name)
    {
        var path = PathOf(sha256, picture);
        if (!File.Exists(path))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-cache";
        return picture
            ? Results.File(path, "image/jpeg", enableRangeProcessing: true)
            : Results.File(path, "application/pdf", name, enableRangeProcessing: true);
    }

    public void Dispose() => decoding.Dispose();

    private async Task<(KeptEvidence? Kept, string? Why)> PutAsync(IFormFile file, Texts t, CancellationToken stop)
    {
        if (file.Length == 0)
            return (null, t["photo-empty"]);
        if (file.Length > LargestFile)
            return (null, t["photo-file-large", LargestFile / 1024 / 1024]);
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(bytes, stop);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return PlainPdf.Begins(bytes)
            ? await PutPdfAsync(bytes, sha256, file.FileName, t, stop)
            : await PutPictureAsync(bytes, sha256, file.FileName, t, stop);
    }

    private async Task<(KeptEvidence?, string?)> PutPdfAsync(
        byte[] bytes,
        string sha256,
        string name,
        Texts t,
        CancellationToken stop
    )
    {
        if (PlainPdf.RefusalOf(bytes) is { } refusal)
            return (null, UploadRefusals.WordOf(refusal, t));
        var path = PathOf(sha256, picture: false);
        if (!File.Exists(path))
            await WholeFile.WriteAsync(path, bytes, stop);
        return (new(sha256, IsPicture: false, NameOf(name, ".pdf"), bytes.Length), null);
    }

    private async Task<(KeptEvidence?, string?)> PutPictureAsync(
        byte[] bytes,
        string sha256,
        string name,
        Texts t,
        CancellationToken stop
    )
    {
        var path = PathOf(sha256, picture: true);
        if (!File.Exists(path))
        {
            await decoding.WaitAsync(stop);
            try
            {
                using var upright = UprightPicture.Decode(bytes, out var refusal);
                if (upright is null)
                    return (null, UploadRefusals.WordOf(refusal, t));
                using var encoded = EncodedPicture.Of(upright, Widest, PictureFormat.Jpeg);
                WholeFile.Write(path, encoded.SaveTo);
            }
            finally
            {
                decoding.Release();
            }
        }
        return (new(sha256, IsPicture: true, NameOf(name, ".jpg"), new FileInfo(path).Length), null);
    }

    private static string NameOf(string name, string ending) =>
        FileName.Of(Path.GetFileNameWithoutExtension(name.Replace('\\', '/')), ending, EvidenceFile.LongestName);

    private string PathOf(string sha256, bool picture) => Path.Combine(folder, sha256[..2], sha256 + (picture ? ".jpg" : ".pdf"));
}
