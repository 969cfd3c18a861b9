using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace DaiHoi.Web.Portal.Layout;

/// <summary>Gives every public page its second address under <c>/en</c>.</summary>
internal sealed class AlsoInEnglish : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        if (!model.RelativePath.StartsWith("/Portal/", StringComparison.Ordinal))
            return;
        foreach (var selector in model.Selectors.ToList())
        {
            if (selector.AttributeRouteModel is not { Template: { } template } own)
                continue;
            model.Selectors.Add(
                new SelectorModel
                {
                    AttributeRouteModel = new AttributeRouteModel(own)
                    {
                        Template = AttributeRouteModel.CombineTemplates("en", template),
                    },
                }
            );
        }
    }
}
