namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary>What an import of articles did.</summary>
/// <param name="Faults">with one of them nothing was written</param>
/// <param name="Taken">how many came in</param>
/// <param name="Known">how many were there already</param>
/// <param name="Lost">what the articles lead to and this portal does not have: its words stayed, the link did not</param>
internal sealed record ArticlesImported(
    IReadOnlyList<CarriedFault> Faults,
    int Taken,
    int Known,
    IReadOnlyList<LostDocument> Lost
);

/// <param name="Line">of the file, from 1</param>
/// <param name="Title">of the article</param>
/// <param name="Document">as it is named in the file</param>
internal sealed record LostDocument(int Line, string Title, CarriedDocument Document);
