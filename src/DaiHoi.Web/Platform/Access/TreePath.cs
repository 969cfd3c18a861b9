using System.Globalization;

namespace DaiHoi.Web.Platform.Access;

/// <summary>A path in the tree of organisations, "/1/7/42/": ids from the top down to the organisation itself.</summary>
public static class TreePath
{
    /// <summary>Ids from the top down; the last one is the organisation's own.</summary>
    public static IReadOnlyList<long> Ids(string path) =>
        [
            .. path.Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture)),
        ];

    /// <summary>Of the organisation itself.</summary>
    public static long Id(string path) => Ids(path)[^1];

    /// <summary>The ids with commas between them, for a query: nothing in them comes from a person.</summary>
    public static string Listed(string path) => string.Join(',', Ids(path));

    /// <summary>Id of the lowest organisation at or above both; they stand in one tree.</summary>
    public static long Common(string one, string other) =>
        Ids(one).Zip(Ids(other)).TakeWhile(pair => pair.First == pair.Second).Last().First;
}
