using System.CommandLine;
using System.CommandLine.Parsing;
using DaiHoi.Web.Platform.Text;

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
        if (TypedDay.Of(text) is { } day)
            return day;
        argument.AddError($"«{text}»: 2020-03-02 · 02/03/2020");
        return null;
    }
}
