using System.IO.Compression;

namespace DaiHoi.Web.Tests.Builders;

/// <summary>Files as office programs write them: a zip of parts.</summary>
internal static class Office
{
    public static byte[] Docx { get; } = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>"));

    public static byte[] DocxWithMacros { get; } =
        Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>"), ("word/vbaProject.bin", "code"));

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return bytes.ToArray();
    }
}
