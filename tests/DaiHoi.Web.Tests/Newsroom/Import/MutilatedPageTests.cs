using System.Text;
using CsCheck;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Tests.Platform;

namespace DaiHoi.Web.Tests.Newsroom.Import;

/// <summary>Pages as they come off old disks: cut, with holes, with bytes turned, mixed with each other.</summary>
public sealed class MutilatedPageTests
{
    private static readonly byte[][] Pages =
    [
        Encoding.UTF8.GetBytes(OldPages.Seed),
        .. OldPages.Names.Select(name => Encoding.UTF8.GetBytes(OldPages.Html(name))),
    ];

    private static readonly Gen<byte[]> Page = Gen.Int[0, Pages.Length - 1].Select(i => Pages[i]);

    private static readonly Gen<byte[]> Whole = Gen.OneOf(
        Page,
        Page.Select(page => OldSigns.Windows1258.GetBytes(Encoding.UTF8.GetString(page).Normalize(NormalizationForm.FormD))),
        Page.Select(page => OldSigns.Western.GetBytes(OldSigns.Tcvn3Signs(Encoding.UTF8.GetString(page)))),
        Page.Select(page => OldSigns.Western.GetBytes(OldSigns.VniSigns(Encoding.UTF8.GetString(page)))),
        Page.Select(page =>
            (byte[])[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(page))]
        )
    );

    private static readonly Gen<Mishap> Something = Gen.Select(
        Gen.Int[0, 7],
        Gen.Double.Unit,
        Gen.Double.Unit,
        Gen.Int[0, int.MaxValue],
        (kind, at, length, chance) => new Mishap(kind, at, length, chance)
    );

    private static readonly string[] Pieces =
    [
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "<![CDATA[",
        "<script>",
        "</script>",
        "<table><tr><td>",
        "</td></tr></table>",
        "\"",
        "'",
        "&",
        "&#x",
        "&#57344;av1&#57345;",
        "<meta charset=utf-16>",
        "<base href=//x>",
        "\r",
        "\u2028",
        "Lượt xem: 99999999999999999999\n",
        "99/99/9999 99:99 CH\n",
        "31/02/2020\n",
        "Thống kê truy cập\n",
        "Liên kết website\n",
    ];

    [Fact]
    public void Whatever_has_happened_to_a_page_it_is_taken_cleanly_or_refused() =>
        Gen.Select(Whole, Something.Array[1, 4], Gen.Enum<EncodingChoice>())
            .Sample(
                (page, mishaps, encoding) =>
                {
                    var bytes = mishaps.Aggregate(page, (left, mishap) => mishap.Happen(left));
                    CleanPages.Holds(PageRecogniser.Recognise(bytes, "trang.html", encoding));
                },
                iter: Endurance.Trials(600)
            );

    [Fact]
    public void Bytes_by_chance_are_taken_cleanly_or_refused() =>
        Gen.Select(
                Gen.OneOf(Gen.Byte.Array[0, 400], SomeText.Anything.Select(Encoding.UTF8.GetBytes)),
                Gen.Enum<EncodingChoice>()
            )
            .Sample(
                (bytes, encoding) => CleanPages.Holds(PageRecogniser.Recognise(bytes, "trang.txt", encoding)),
                iter: Endurance.Trials(2_000)
            );

    [Fact]
    public void A_page_cut_behind_its_first_paragraph_keeps_what_stood_before()
    {
        var seed = Encoding.UTF8.GetBytes(OldPages.Seed);
        var whole = PageRecogniser.Recognise(seed, "trang.txt", EncodingChoice.Auto).Page!;
        for (var length = seed.Length / 2; length < seed.Length; length += 97)
        {
            var cut = PageRecogniser.Recognise(seed.AsMemory(0, length), "trang.txt", EncodingChoice.Auto);
            CleanPages.Holds(cut);
            Assert.Equal((whole.Title, whole.Date, whole.Lead), (cut.Page?.Title, cut.Page?.Date, cut.Page?.Lead));
        }
    }

    /// <summary>Something that happens to a file.</summary>
    /// <param name="At">where, as a share of the file</param>
    /// <param name="Length">how much of it, likewise</param>
    private sealed record Mishap(int Kind, double At, double Length, int Chance)
    {
        public byte[] Happen(byte[] page)
        {
            var at = (int)(page.Length * At);
            var (before, behind) = (page[..at], page[at..]);
            return Kind switch
            {
                0 => before,
                1 => behind,
                2 => [.. before, .. behind[(int)(behind.Length * Length / 10)..]],
                3 => [.. before, .. page],
                4 => Turned(page),
                5 => [.. before, .. new byte[1 + (int)(Length * 30)], .. behind],
                6 => [.. before, .. Encoding.UTF8.GetBytes(Pieces[Chance % Pieces.Length]), .. behind],
                _ => [.. behind, .. before],
            };
        }

        private byte[] Turned(byte[] page)
        {
            var turned = page.ToArray();
            var chance = new Random(Chance);
            for (var i = 0; i < 1 + Length * 40 && turned.Length > 0; i++)
                turned[chance.Next(turned.Length)] ^= (byte)(1 << chance.Next(8));
            return turned;
        }
    }
}
