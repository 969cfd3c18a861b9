using System.Security;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using QRCoder;

namespace DaiHoi.Documents.Docx;

/// <summary>A QR code as a picture within the text.</summary>
internal static class WordCode
{
    /// <summary>How wide and high it is.</summary>
    public const int Millimetres = 26;
    private const int PixelsOfSquare = 8;

    public static Run Draw(MainDocumentPart main, PaperCode code, int number)
    {
        // Its length is refused where the squares are made; here it only has to say the same.
        _ = QrSquares.Of(code.Content);
        using var data = QRCodeGenerator.GenerateQrCode(code.Content, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        var part = main.AddImagePart(ImagePartType.Png);
        using (var stream = new MemoryStream(png.GetGraphic(PixelsOfSquare)))
            part.FeedData(stream);
        var id = main.GetIdOfPart(part);
        // English metric units.
        var side = Millimetres * 36000;
        var text = SecurityElement.Escape(PaperText.Clean(code.Content));
        return new(
            new Drawing(
                $"""
                <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{side}" cy="{side}"/><wp:docPr id="{number}" name="QR" descr="{text}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="QR"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>
                """
            )
        );
    }
}
