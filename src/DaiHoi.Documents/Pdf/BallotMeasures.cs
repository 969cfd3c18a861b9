namespace DaiHoi.Documents.Pdf;

/// <summary>The page of a ballot and the sizes of what stands on it besides the names, in points.</summary>
/// <param name="Side">margin at the left and at the right</param>
/// <param name="Top">where the head begins, from the foot of the page</param>
/// <param name="Bottom">where the names end</param>
/// <param name="Largest">size of names that have the page for themselves</param>
internal sealed record BallotMeasures(
    double Width,
    double Height,
    double Side,
    double Top,
    double Bottom,
    double Gap,
    double Small,
    double Title,
    double Elected,
    double Text,
    double Largest
)
{
    private const double Millimetre = Typesetting.Millimetre;

    public static BallotMeasures Of(BallotPaper paper) =>
        paper switch
        {
            BallotPaper.A5 => new(
                148 * Millimetre,
                210 * Millimetre,
                10 * Millimetre,
                200 * Millimetre,
                13 * Millimetre,
                4 * Millimetre,
                11,
                21,
                13,
                11,
                18
            ),
            BallotPaper.A4 => new(
                210 * Millimetre,
                297 * Millimetre,
                17 * Millimetre,
                282 * Millimetre,
                17 * Millimetre,
                8 * Millimetre,
                14,
                26,
                16,
                13,
                22
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(paper)),
        };
}
