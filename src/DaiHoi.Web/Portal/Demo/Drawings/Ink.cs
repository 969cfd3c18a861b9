using SkiaSharp;

namespace DaiHoi.Web.Portal.Demo.Drawings;

/// <summary>The colours of every drawing: earth, leaf and cloth of the region, muted so that they sit beside the page's ink.</summary>
internal static class Ink
{
    public static readonly SKColor Night = new(0x24, 0x22, 0x22);
    public static readonly SKColor Black = new(0x33, 0x2E, 0x2B);
    public static readonly SKColor Wood = new(0x5D, 0x43, 0x34);
    public static readonly SKColor Bark = new(0x84, 0x66, 0x50);
    public static readonly SKColor Clay = new(0xA8, 0x68, 0x4A);
    public static readonly SKColor Earth = new(0x8C, 0x4B, 0x35);
    public static readonly SKColor Sand = new(0xCF, 0xB7, 0x95);
    public static readonly SKColor Wall = new(0xDD, 0xD0, 0xBC);
    public static readonly SKColor Paper = new(0xF2, 0xEC, 0xE0);
    public static readonly SKColor Red = new(0x93, 0x2B, 0x2C);
    public static readonly SKColor DeepRed = new(0x63, 0x1C, 0x20);
    public static readonly SKColor Gold = new(0xD8, 0xA2, 0x4F);
    public static readonly SKColor Leaf = new(0x6C, 0x80, 0x57);
    public static readonly SKColor Young = new(0xA3, 0xAE, 0x78);
    public static readonly SKColor Forest = new(0x3B, 0x50, 0x40);
    public static readonly SKColor Shade = new(0x28, 0x38, 0x30);
    public static readonly SKColor Steel = new(0x6D, 0x82, 0x93);
    public static readonly SKColor Slate = new(0x3F, 0x50, 0x61);
    public static readonly SKColor Sky = new(0xC3, 0xD1, 0xD6);
    public static readonly SKColor Mist = new(0xE4, 0xE2, 0xD8);
    public static readonly SKColor Skin = new(0xB8, 0x87, 0x68);

    /// <summary>What people wear: white shirts first, as in a meeting room.</summary>
    public static readonly SKColor[] Shirts =
    [
        new(0xEE, 0xE9, 0xDF),
        new(0xE3, 0xDE, 0xD4),
        new(0xBF, 0xC9, 0xCF),
        new(0x5F, 0x6E, 0x7C),
        new(0xD9, 0xC9, 0xB0),
        new(0x44, 0x45, 0x48),
        new(0x87, 0x93, 0x82),
        new(0x9B, 0x6A, 0x5C),
    ];

    /// <summary>A colour on the way from one to another, 0 to 1.</summary>
    public static SKColor Towards(this SKColor from, SKColor to, double part)
    {
        byte Between(byte a, byte b) => (byte)Math.Clamp(a + ((b - a) * part), 0, 255);
        return new(Between(from.Red, to.Red), Between(from.Green, to.Green), Between(from.Blue, to.Blue), from.Alpha);
    }
}
