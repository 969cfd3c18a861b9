using System.Globalization;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Portal.Layout;

/// <summary>Which part of a long list a page shows.</summary>
/// <param name="Number">from 1</param>
/// <param name="Address">the address of a page of the list, with what the reader asked for, up to the page's number</param>
internal sealed record Pager(int Number, long Total, int Size, string Address, Texts T)
{
    /// <summary>No list is followed further: nobody pages that far, and machines would.</summary>
    public const int Last = 10_000;

    public long Pages => Math.Max(1, (Total + Size - 1) / Size);
    public int Skip => (Number - 1) * Size;

    /// <summary>The number in the address: 1 where there is none, null where it is no page number at all.</summary>
    public static int? Read(HttpRequest request)
    {
        var text = request.Query["trang"].ToString();
        if (text.Length == 0)
            return 1;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Last
            ? number
            : null;
    }

    public string To(long number) =>
        number == 1 ? Address : $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}trang={number}";

    /// <summary>The numbers to show: first, last, and those around this one; 0 stands for a gap.</summary>
    public IEnumerable<long> Shown()
    {
        long before = 0;
        foreach (var number in new SortedSet<long> { 1, Number - 2, Number - 1, Number, Number + 1, Number + 2, Pages })
        {
            if (number < 1 || number > Pages)
                continue;
            if (number > before + 1)
                yield return 0;
            yield return number;
            before = number;
        }
    }
}
