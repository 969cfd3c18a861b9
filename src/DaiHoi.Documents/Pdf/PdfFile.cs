using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DaiHoi.Documents.Pdf;

/// <summary>The objects of a PDF file, numbered as they come; the same objects give the same bytes.</summary>
/// <remarks>ISO 32000-1, 7.3 and 7.5.</remarks>
internal sealed class PdfFile
{
    private readonly List<byte[]?> objects = [];

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => objects[number - 1] = Encoding.Latin1.GetBytes(body);

    /// <param name="entries">of its dictionary, besides length and filter</param>
    public int AddStream(string entries, byte[] bytes, bool compressed = true)
    {
        var content = compressed ? Compress(bytes) : bytes;
        using var whole = new MemoryStream();
        whole.Write(
            Encoding.Latin1.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<<{entries}{(compressed ? "/Filter/FlateDecode" : "")}/Length {content.Length}>>stream\n"
                )
            )
        );
        whole.Write(content);
        whole.Write("\nendstream"u8);
        objects.Add(whole.ToArray());
        return objects.Count;
    }

    public void Write(Stream stream, int root, int information)
    {
        var places = new long[objects.Count];
        long at = 0;
        void Put(ReadOnlySpan<byte> bytes)
        {
            stream.Write(bytes);
            at += bytes.Length;
        }
        // Four bytes above 127 tell transports that it is no text.
        Put([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        for (var i = 0; i < objects.Count; i++)
        {
            places[i] = at;
            Put(Encoding.ASCII.GetBytes($"{i + 1} 0 obj\n"));
            Put(objects[i] ?? throw new InvalidOperationException($"object {i + 1} was reserved and never written"));
            Put("\nendobj\n"u8);
        }
        var table = at;
        Put(Encoding.ASCII.GetBytes($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places)
            Put(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")));
        Put(
            Encoding.ASCII.GetBytes(
                $"trailer\n<</Size {objects.Count + 1}/Root {root} 0 R/Info {information} 0 R>>\nstartxref\n{table}\n%%EOF\n"
            )
        );
    }

    /// <summary>A text of the file itself, as UTF-16.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static byte[] Compress(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(bytes);
        return packed.ToArray();
    }
}
