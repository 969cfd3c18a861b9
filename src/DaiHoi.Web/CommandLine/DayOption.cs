using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace DaiHoi.Web.CommandLine;

/// <summary>Options that take a day, written 2020-03-02 or 02/03/2020.</summary>
public static class DayOption
{
    public static Option<DateOnly> Required(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DATE",
            Required = true,
            CustomParser = argument => Read(argument) ?? default,
        };

    public static Option<DateOnly?> Optional(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DATE",
            CustomParser = Read,
        };

    private static DateOnly? Read(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (
            DateOnly.TryParseExact(
                text,
                ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            return day;
        argument.AddError($"«{text}»: 2020-03-02 · 02/03/2020");
        return null;
    }
}
