using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaiHoi.Documents.Docx;

/// <summary>A curve as a chart of DrawingML, which clerks can restyle.</summary>
internal static class WordCurve
{
    // 160 mm by 70 mm, in English metric units.
    private const long Width = 160 * 36000;
    private const long Height = 70 * 36000;

    public static Run Draw(MainDocumentPart main, PaperCurve curve, int number)
    {
        var part = main.AddNewPart<ChartPart>();
        using (var stream = part.GetStream(FileMode.Create))
        using (var writer = new StreamWriter(stream, new UTF8Encoding(false)))
            writer.Write(ChartOf(curve));
        var id = main.GetIdOfPart(part);
        return new(
            new Drawing(
                $"""
                <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{Width}" cy="{Height}"/><wp:docPr id="{number}" name="{Text(
                    curve.Title
                )}" descr="{Text(
                    curve.Alternative
                )}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{id}"/></a:graphicData></a:graphic></wp:inline></w:drawing>
                """
            )
        );
    }

    private static string ChartOf(PaperCurve curve)
    {
        var (labels, values) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < curve.Points.Count; i++)
        {
            labels.Append(CultureInfo.InvariantCulture, $"<c:pt idx=\"{i}\"><c:v>{Text(curve.Points[i].Label)}</c:v></c:pt>");
            values.Append(
                CultureInfo.InvariantCulture,
                $"<c:pt idx=\"{i}\"><c:v>{Math.Clamp(curve.Points[i].Share, 0, 1) * 100:0.##}</c:v></c:pt>"
            );
        }
        var count = curve.Points.Count.ToString(CultureInfo.InvariantCulture);
        return $"""
            <?xml version="1.0" encoding="UTF-8"?><c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:lang val="vi-VN"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>{Text(
                curve.Title
            )}</c:v></c:tx><c:spPr><a:ln w="22225"><a:solidFill><a:srgbClr val="262626"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker><c:cat><c:strLit><c:ptCount val="{count}"/>{labels}</c:strLit></c:cat><c:val><c:numLit><c:formatCode>0</c:formatCode><c:ptCount val="{count}"/>{values}</c:numLit></c:val><c:smooth val="0"/></c:ser><c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="100"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:majorUnit val="25"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000"><a:latin typeface="Times New Roman"/><a:ea typeface="Times New Roman"/><a:cs typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr></c:chartSpace>
            """;
    }

    private static string Text(string text) => SecurityElement.Escape(PaperText.Clean(text));
}
