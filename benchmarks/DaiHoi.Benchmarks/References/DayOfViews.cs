using DaiHoi.Web.Visits;

namespace DaiHoi.Benchmarks.References;

/// <summary>
/// The page views of a day of the site, always the same ones: people come, read some pages within a while, and go; now
/// and then somebody comes back.
/// </summary>
internal static class DayOfViews
{
    private const int Seed = 20200304;

    /// <summary>At the same time on the site; with ten million views in a day, each stays for some twenty minutes.</summary>
    private const int Present = 40_000;

    /// <summary>Page views of a visit, on average.</summary>
    private const double ViewsOfVisit = 4;

    /// <summary>Of those who come, this share was there before on that day.</summary>
    private const double ComesBack = 0.15;

    /// <summary>Views by growing second, over 24 hours from <paramref name="from"/> on.</summary>
    /// <param name="visitors">how many different visitors there are</param>
    public static PageView[] Make(int count, long from, out int visitors)
    {
        var chance = new Random(Seed);
        var everybody = new List<ulong>(count / 3);
        var present = new ulong[Present];
        for (var i = 0; i < present.Length; i++)
            everybody.Add(present[i] = (ulong)chance.NextInt64() << 1 ^ (ulong)chance.NextInt64());
        var views = new PageView[count];
        for (var i = 0; i < views.Length; i++)
        {
            var place = chance.Next(present.Length);
            if (chance.NextDouble() < 1 / ViewsOfVisit)
            {
                if (chance.NextDouble() < ComesBack)
                    present[place] = everybody[chance.Next(everybody.Count)];
                else
                    everybody.Add(present[place] = (ulong)chance.NextInt64() << 1 ^ (ulong)chance.NextInt64());
            }
            views[i] = new(present[place], from + (long)i * 86_400 / count);
        }
        visitors = everybody.Count;
        return views;
    }
}
