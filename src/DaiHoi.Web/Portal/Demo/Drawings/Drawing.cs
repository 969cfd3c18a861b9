using System.Globalization;

namespace DaiHoi.Web.Portal.Demo.Drawings;

/// <summary>A scene in one of its variations, named "hall/3".</summary>
internal readonly record struct Drawing(string Scene, int Seed)
{
    /// <exception cref="FormatException">not a scene, a slash and a number</exception>
    public static Drawing Named(string name)
    {
        var parts = name.Split('/');
        if (parts.Length != 2 || !Drawings.Scene.Names.Contains(parts[0]))
            throw new FormatException($"«{name}» is no drawing");
        return new(parts[0], int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    public Sheet Draw() => Drawings.Scene.Draw(Scene, Seed);
}
