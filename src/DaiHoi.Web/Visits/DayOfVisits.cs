namespace DaiHoi.Web.Visits;

/// <summary>A day of the site, the visits that began on it and the page views in it.</summary>
public sealed record DayOfVisits(DateOnly Day, long Visits, long PageViews);
