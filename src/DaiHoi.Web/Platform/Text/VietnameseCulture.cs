using System.Globalization;

namespace DaiHoi.Web.Platform.Text;

/// <summary>Dates, numbers and the folding of letters come from ICU: without it the portal would be wrong, not merely plain.</summary>
internal static class VietnameseCulture
{
    public const string WhatToInstall =
        "ICU thiếu: hãy cài libicu72 và tzdata, bỏ DOTNET_SYSTEM_GLOBALIZATION_INVARIANT / "
        + "ICU is missing: install libicu72 and tzdata, and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    public static bool IsComplete
    {
        get
        {
            try
            {
                return CultureInfo.GetCultureInfo("vi-VN").DateTimeFormat.PMDesignator == "CH";
            }
            catch (CultureNotFoundException)
            {
                // Without ICU only the invariant culture can be found.
                return false;
            }
        }
    }
}
