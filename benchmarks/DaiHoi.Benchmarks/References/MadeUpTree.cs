using System.Globalization;
using System.Text;

namespace DaiHoi.Benchmarks.References;

/// <summary>A country: the Centre, 34 provinces, 10,000 communes, and branches for the rest.</summary>
internal static class MadeUpTree
{
    public static MemoryStream Csv(int organisations)
    {
        const int provinces = 34;
        const int communes = 10_000;
        var text = new StringBuilder(
            "code,name,parent_code,kind,level,members,valid_from,valid_to\nTW,Đảng bộ toàn quốc,,,central,,,\n"
        );
        for (var i = 0; i < provinces; i++)
            text.Append(CultureInfo.InvariantCulture, $"T{i:00},Đảng bộ tỉnh số {i},TW,,province,,1997-01-01,\n");
        for (var i = 0; i < communes; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"X{i:00000},Đảng bộ xã Tân Phước Khánh {i},T{i % provinces:00},,grassroots,{i % 900},,\n"
            );
        for (var i = 0; i < organisations - 1 - provinces - communes; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"C{i:000000},Chi bộ khu phố Phước Bình {i},X{i % communes:00000},,branch,{i % 60},1990-02-03,\n"
            );
        return new(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
