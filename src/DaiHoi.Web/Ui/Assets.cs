using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DaiHoi.Web.Ui;

/// <summary>
/// The few files that pages need beside their text: one style sheet, six cuts of the font, the mark, small scripts. The
/// build gives each the hash of its content in its name, so readers keep them for ever.
/// </summary>
public sealed class Assets
{
    public const string Folder = "/lib/";

    private static readonly StringValues Forever = "public, max-age=31536000, immutable";
    private readonly Dictionary<string, Asset> files;

    public Assets()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot", "lib");
        files = OfThisBuild()
            .ToDictionary(name => Folder + name, name => new Asset(Path.Combine(folder, name)), StringComparer.Ordinal);
        StyleSheet = Named("site", ".css");
        DeskStyleSheet = Named("desk", ".css");
        Mark = Named("mark", ".svg");
        // What the first screen is set in; the other cuts are asked for when a page needs them.
        FirstFonts = [Named("be-vietnam-pro-latin-400", ".woff2"), Named("be-vietnam-pro-vietnamese-400", ".woff2")];
    }

    public string StyleSheet { get; }

    /// <summary>What pages behind the sign-in need besides; readers never load it.</summary>
    public string DeskStyleSheet { get; }
    public string Mark { get; }
    public IReadOnlyList<string> FirstFonts { get; }

    /// <summary>The address of a style sheet that some pages need besides, by its name without hash and ending.</summary>
    public string Style(string name) => Named(name, ".css");

    /// <summary>The address of a script of <c>Ui/Scripts</c> by its name without hash and ending.</summary>
    public string Script(string name) => Named(name, ".js");

    /// <summary>Answers a request under <see cref="Folder"/>: the file, or 404.</summary>
    public Task ServeAsync(HttpContext context)
    {
        if (!files.TryGetValue(context.Request.Path.Value ?? "", out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var headers = context.Response.Headers;
        headers.CacheControl = Forever;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        context.Response.ContentType = file.ContentType;
        var bytes = file.Bytes;
        if (file.Gzip is { } gzip)
        {
            headers.Vary = HeaderNames.AcceptEncoding;
            if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            {
                headers.ContentEncoding = "gzip";
                bytes = gzip;
            }
        }
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    // Not what lies in the folder: published over an older version, it holds that one's files too.
    private static string[] OfThisBuild()
    {
        using var list = new StreamReader(typeof(Assets).Assembly.GetManifestResourceStream("assets.txt")!);
        return list.ReadToEnd().Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }

    private string Named(string name, string ending) =>
        files.Keys.Single(file =>
            file.StartsWith(Folder + name + "-", StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal)
        );

    private sealed class Asset
    {
        private readonly Lazy<byte[]> bytes;
        private readonly Lazy<byte[]>? gzip;

        public Asset(string path)
        {
            bytes = new(() => File.ReadAllBytes(path));
            (ContentType, var text) = Path.GetExtension(path) switch
            {
                ".css" => ("text/css; charset=utf-8", true),
                ".js" => ("text/javascript; charset=utf-8", true),
                ".svg" => ("image/svg+xml", true),
                ".woff2" => ("font/woff2", false),
                var other => throw new InvalidOperationException($"{other}: which content type?"),
            };
            gzip = text ? new(() => Compress(bytes.Value)) : null;
        }

        public string ContentType { get; }
        public byte[] Bytes => bytes.Value;
        public byte[]? Gzip => gzip?.Value;

        private static byte[] Compress(byte[] plain)
        {
            using var memory = new MemoryStream();
            using (var stream = new GZipStream(memory, CompressionLevel.SmallestSize))
                stream.Write(plain);
            return memory.ToArray();
        }
    }
}
