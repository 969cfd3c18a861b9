using System.Net;
using System.Text;
using SkiaSharp;

namespace DaiHoi.Web.Tests.Builders;

/// <summary>A folder of pages as a browser or a copying program saved them from an old portal.</summary>
internal sealed class SavedPages : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("daihoi-pages-").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>A page with the usual parts; what is null is left out.</summary>
    public SavedPages Html(
        string name,
        string title = "Đại hội điểm ở xã Lộc Hòa",
        string? date = "04/03/2020 14:42",
        string text = "Sáng 3-3, Đảng bộ xã Lộc Hòa tổ chức đại hội điểm với sự tham dự của 120 đảng viên trong toàn đảng bộ.",
        string? author = "Thu Hà",
        string? canonical = null,
        string? section = null,
        int? views = null,
        string inside = ""
    )
    {
        string When(bool there, string part) => there ? part : "";
        var html = $"""
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title>
            {When(canonical is not null, $"<link rel=\"canonical\" href=\"{canonical}\">")}</head><body>
            {When(
                section is not null,
                $"<div class=\"breadcrumb\"><a href=\"/\">Trang chủ</a> <a href=\"/x\">{section}</a></div>"
            )}
            <h1>{WebUtility.HtmlEncode(title)}</h1>
            {When(date is not null, $"<div class=\"date\">{date}</div>")}
            <div class="content-detail"><p>{text}</p><p>Đại hội bầu 15 đồng chí vào Ban Chấp hành khóa mới.</p>{inside}
            {When(author is not null, $"<p><b>{author}</b></p>")}</div>
            {When(views is not null, FormattableString.Invariant($"<p>Lượt xem: {views}</p>"))}
            </body></html>
            """;
        return File(name, Encoding.UTF8.GetBytes(html));
    }

    public SavedPages File(string name, byte[] bytes)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return this;
    }

    public SavedPages Picture(string name, int width = 640, int height = 400)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Firebrick);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return File(name, jpeg.ToArray());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
