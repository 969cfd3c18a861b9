namespace DaiHoi.Rules.Json;

/// <summary>Where a value stands in its document; written out only when something is wrong there.</summary>
internal sealed record Place(Place? Parent, string? Name, int Index)
{
    private const int Longest = 60;

    public static readonly Place Document = new(null, null, 0);

    public Place Key(string name) => new(this, name, 0);

    public Place Item(int index) => new(this, null, index);

    /// <summary><c>ballots.papers[2].struck[0]</c></summary>
    public override string ToString() =>
        Parent is null ? ""
        : Name is null ? $"{Parent}[{Index}]"
        : Parent.Parent is null ? Shown(Name)
        : $"{Parent}.{Shown(Name)}";

    /// <summary>A name that somebody wrote, fit for one line of a terminal.</summary>
    public static string Shown(string name)
    {
        var clean = string.Concat(name.Where(letter => !Field.IsUnseen(letter) && !char.IsSurrogate(letter)));
        return clean.Length <= Longest ? clean : clean[..Longest] + "…";
    }
}
