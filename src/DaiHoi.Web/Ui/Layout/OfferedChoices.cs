using Microsoft.AspNetCore.Mvc.Filters;

namespace DaiHoi.Web.Ui.Layout;

/// <summary>Choices of a form. What is none of those that the form offers was not sent by it, and stands for none of them.</summary>
public static class OfferedChoices
{
    /// <summary>Whether each choice that a handler takes, by itself or in a form, is one that there is.</summary>
    public static bool AreKept(PageHandlerExecutingContext context)
    {
        foreach (var parameter in context.HandlerMethod?.Parameters ?? [])
        {
            if (IsChoice(parameter.ParameterType) && IsWrong(context, parameter.Name))
                return false;
            foreach (var property in parameter.ParameterType.GetProperties())
            {
                if (
                    IsChoice(property.PropertyType)
                    && (IsWrong(context, property.Name) || IsWrong(context, $"{parameter.Name}.{property.Name}"))
                )
                    return false;
            }
        }
        return true;
    }

    private static bool IsChoice(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    private static bool IsWrong(PageHandlerExecutingContext context, string name) =>
        context.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0;
}
