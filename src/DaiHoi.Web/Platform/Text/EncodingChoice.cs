namespace DaiHoi.Web.Platform.Text;

/// <summary>How the bytes of an old file are to be read.</summary>
public enum EncodingChoice
{
    /// <summary>By the bytes themselves, above <see cref="LegacyEncoding.DecisionShare"/>.</summary>
    Auto,
    Utf8,
    Windows1258,
    Tcvn3,
    Vni,
}

/// <summary>The names of the choices, as a person types them.</summary>
public static class EncodingChoices
{
    public static readonly IReadOnlyDictionary<string, EncodingChoice> ByName = new Dictionary<string, EncodingChoice>(
        StringComparer.Ordinal
    )
    {
        ["auto"] = EncodingChoice.Auto,
        ["utf-8"] = EncodingChoice.Utf8,
        ["windows-1258"] = EncodingChoice.Windows1258,
        ["tcvn3"] = EncodingChoice.Tcvn3,
        ["vni"] = EncodingChoice.Vni,
    };
}
