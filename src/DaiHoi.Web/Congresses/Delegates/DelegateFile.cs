using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>A file of delegates who were elected, named or appointed elsewhere (docs/formats/delegates.md).</summary>
internal static class DelegateFile
{
    public const string Organisation = "organisation";
    public const string FullName = "full_name";
    public const string BirthDate = "birth_date";
    public const string Record = "record";
    public const string Kind = "kind";
    public const string Alternate = "alternate";
    public const string Votes = "votes";

    public static readonly NamedTable Table = new(
        new(
            [Organisation, FullName, BirthDate, Record, Kind, Alternate, Votes],
            (Organisation, ["mã tổ chức", "mã đơn vị", "đoàn đại biểu"]),
            (FullName, ["họ và tên", "họ tên"]),
            (BirthDate, ["ngày sinh", "năm sinh", "ngày, tháng, năm sinh", "ngày tháng năm sinh"]),
            (Record, ["số hồ sơ"]),
            (Kind, ["loại đại biểu", "diện"]),
            (Alternate, ["dự khuyết"]),
            (Votes, ["số phiếu"])
        ),
        [Organisation, FullName],
        5_000,
        "delegates-rows"
    );

    private static readonly Dictionary<string, DelegateKind> Kinds = new(StringComparer.Ordinal)
    {
        ["elected"] = DelegateKind.Elected,
        ["duoc bau"] = DelegateKind.Elected,
        ["bau"] = DelegateKind.Elected,
        ["ex officio"] = DelegateKind.ExOfficio,
        ["duong nhien"] = DelegateKind.ExOfficio,
        ["appointed"] = DelegateKind.Appointed,
        ["chi dinh"] = DelegateKind.Appointed,
        ["member"] = DelegateKind.Member,
        ["dang vien"] = DelegateKind.Member,
        ["thanh vien"] = DelegateKind.Member,
    };

    private static readonly string[] Yes = ["x", "1", "co", "yes", "true", "du khuyet", "alternate"];
    private static readonly string[] No = ["", "0", "khong", "no", "false", "chinh thuc", "official"];

    /// <summary>Reads a file, and finds in the register whom each row names by name, day of birth and organisation.</summary>
    /// <param name="idOf">of an organisation by its code; null where it has no delegation here</param>
    public static async Task<List<(int Row, WantedDelegate Wanted)>> ReadAsync(
        Database database,
        Stream file,
        EncodingChoice encoding,
        Func<string, long?> idOf,
        FileFaults faults,
        CancellationToken stop
    )
    {
        var wanted = new List<(int, WantedDelegate)>();
        foreach (var row in NamedRows.Read(file, encoding, Table, faults))
        {
            var before = faults.Count;
            var kind = DelegateKind.Elected;
            if (row.Cell(Kind) is { } said && !Kinds.TryGetValue(Plain(said), out kind))
                faults.Add(row.Number, Kind, said, "delegate-kind-unknown");
            var alternate = Plain(row.Cell(Alternate) ?? "");
            if (!Yes.Contains(alternate) && !No.Contains(alternate))
                faults.Add(row.Number, Alternate, row.Cell(Alternate), "delegate-alternate-unknown");
            var votes = TypedCount.Of(row.Cell(Votes));
            if (row.Cell(Votes) is { } typed && votes is null)
                faults.Add(row.Number, Votes, typed, "delegate-votes-wrong");
            var born = People.BirthDate.Of(row.Cell(BirthDate));
            if (row.Cell(BirthDate) is { } day && born is null)
                faults.Add(row.Number, BirthDate, day, "delegate-born-wrong");
            if (row.Cell(FullName) is not { Length: <= ListedDelegate.LongestName } name)
            {
                faults.Add(row.Number, FullName, row.Cell(FullName), "delegate-name-missing");
                continue;
            }
            var code = row.Cell(Organisation);
            var organisation = code is null ? null : idOf(code);
            if (organisation is null && !(code is null && kind == DelegateKind.Appointed))
                faults.Add(row.Number, Organisation, code, "delegate-organisation-wrong", code ?? "");
            var record = await RecordAsync(database, row, name, organisation, born, faults, stop);
            if (faults.Count == before)
                wanted.Add((row.Number, new(kind, code, record, name, Yes.Contains(alternate), votes, Born: born)));
        }
        return wanted;
    }

    private static async Task<long?> RecordAsync(
        Database database,
        NamedRow row,
        string name,
        long? organisation,
        BirthDate? born,
        FileFaults faults,
        CancellationToken stop
    )
    {
        if (row.Cell(Record) is { } typed)
        {
            if (TypedCount.Of(typed) is { } number)
                return number;
            faults.Add(row.Number, Record, typed, "delegate-record-wrong");
            return null;
        }
        if (organisation is not { } id || born is not { } day)
            return null;
        var found = await PeopleRegister.NamedAsync(database, id, name, day, stop);
        // Two of one name and one day of birth: somebody must say which, by the number of his record.
        if (found.Count > 1)
            faults.Add(row.Number, FullName, name, "delegate-several-records", string.Join(", ", found));
        return found.Count == 1 ? found[0] : null;
    }

    private static string Plain(string typed) => Fold.Letters(typed).Replace('-', ' ').Replace('_', ' ').Trim();
}
