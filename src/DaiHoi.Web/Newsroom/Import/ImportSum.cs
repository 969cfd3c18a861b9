namespace DaiHoi.Web.Newsroom.Import;

/// <summary>What became of all files together.</summary>
/// <param name="beside">pictures, styles and scripts in the folders, which are no pages</param>
internal sealed class ImportSum(int beside, ImportOptions options)
{
    public int Beside => beside;
    public bool DryRun => options.DryRun;
    public int Imported { get; private set; }
    public int Revised { get; private set; }
    public int Unchanged { get; private set; }
    public int Refused { get; private set; }
    public int All => Imported + Revised + Unchanged + Refused;

    /// <summary>The reading of the visitor statistics, where one was asked for and found.</summary>
    public RecognisedStatistics? Reading { get; set; }
    public StatisticsAdoption? Adoption { get; set; }

    public void Add(PageOutcome outcome)
    {
        switch (outcome.Result)
        {
            case PageResult.Imported:
                Imported++;
                break;
            case PageResult.Revised:
                Revised++;
                break;
            case PageResult.Unchanged:
                Unchanged++;
                break;
            case PageResult.Refused:
                Refused++;
                break;
            default:
                throw new InvalidOperationException(outcome.Result.ToString());
        }
    }
}

/// <summary>Tells a person or a program what became of the files, one by one.</summary>
internal interface IImportReport : IDisposable
{
    void Tell(PageOutcome outcome);
    void Close(ImportSum sum);
}
