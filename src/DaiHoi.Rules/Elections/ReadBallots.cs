using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DaiHoi.Rules.Json;

namespace DaiHoi.Rules.Elections;

/// <summary>Reads the part "ballots" of a count. Names become places on the list.</summary>
internal sealed class ReadBallots
{
    private const int MostPapers = 200_000;

    private readonly IReadOnlyList<Candidate> candidates;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    // A hall's worth of papers names each candidate thousands of times: looked up as bytes, without a string for each.
    private readonly Dictionary<byte[], int> written;
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> byBytes;

    public ReadBallots(IReadOnlyList<Candidate> candidates)
    {
        this.candidates = candidates;
        written = new(BytesComparer.Instance);
        byBytes = written.GetAlternateLookup<ReadOnlySpan<byte>>();
        for (var i = 0; i < candidates.Count; i++)
        {
            // A key that stands on the list twice is refused with the list.
            places.TryAdd(candidates[i].Id, i);
            written.TryAdd(Encoding.UTF8.GetBytes(candidates[i].Id), i);
        }
    }

    public Ballots Of(Members members) =>
        new(members.Integer("issued", 0, CountFile.MostBallots), members.Integer("collected", 0, CountFile.MostBallots))
        {
            Papers = members.Optional("papers") is { } papers
                ? [.. papers.Items(MostPapers).Select(paper => paper.Object(PaperOf))]
                : null,
            Totals = members.ObjectOr("totals", TotalsOf),
        };

    private Paper PaperOf(Members members) =>
        new(members.IntegerOr("count", 0, CountFile.MostBallots) ?? 1)
        {
            IssuedByBoard = members.Optional("issuedByBoard")?.Flag() ?? true,
            NamesAdded = members.Optional("namesAdded")?.Flag() ?? false,
            Marked = members.Optional("marked")?.Flag() ?? false,
            Struck = Places(members.Optional("struck")),
            Agree = Places(members.Optional("agree")),
            Disagree = Places(members.Optional("disagree")),
        };

    private Totals TotalsOf(Members members) =>
        new(
            members.Integer("valid", 0, CountFile.MostBallots),
            members.Integer("invalid", 0, CountFile.MostBallots),
            members.Object("votes", VotesOf)
        );

    private long[] VotesOf(Members members)
    {
        var votes = new long[candidates.Count];
        foreach (var (id, field) in members.All)
        {
            var number = field.Integer(0, CountFile.MostBallots);
            if (places.TryGetValue(id, out var place))
                votes[place] = number ?? 0;
            else if (candidates.Count > 0)
                field.Refuse(new("không có trong danh sách bầu cử", "is not on the ballot list"));
        }
        return votes;
    }

    private int[] Places(Field? list)
    {
        // With nobody on the list that is the problem, not the papers.
        if (list is not { } field || candidates.Count == 0)
            return [];
        if (field.Element.ValueKind != JsonValueKind.Array || field.Element.GetArrayLength() > candidates.Count)
        {
            field.Refuse(
                new(
                    $"phải là danh sách mã người ứng cử, nhiều nhất {Say.Vi(candidates.Count)} mã, mỗi mã một lần",
                    $"must be a list of candidates' keys, at most {Say.En(candidates.Count)}, each once"
                )
            );
            return [];
        }
        var found = new int[field.Element.GetArrayLength()];
        var index = 0;
        foreach (var item in field.Element.EnumerateArray())
        {
            found[index] = PlaceOf(item);
            if (found[index] < 0 || Array.IndexOf(found, found[index], 0, index) >= 0)
                new Field(item, field.Place.Item(index), field.Reading).Refuse(
                    new("không có trong danh sách bầu cử, hoặc có hai lần", "is not on the ballot list, or stands here twice")
                );
            index++;
        }
        return found;
    }

    /// <summary>The place on the list; −1 for what is no key of a candidate.</summary>
    private int PlaceOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.String)
            return -1;
        var raw = JsonMarshal.GetRawUtf8Value(item)[1..^1];
        if (!raw.Contains((byte)'\\'))
            return byBytes.TryGetValue(raw, out var place) ? place : -1;
        return Field.TextOrNull(item) is { } id && places.TryGetValue(id, out var escaped) ? escaped : -1;
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly BytesComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
