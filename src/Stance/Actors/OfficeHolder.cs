namespace Stance;

/// <summary>Somebody who held an office of a state or bloc for some time.</summary>
/// <param name="Actor">Code of the state or bloc.</param>
/// <param name="Office">The office's id (<c>foreign-minister</c>, <c>head-of-state</c>, <c>spokesperson-president</c> …).</param>
/// <param name="EnglishName">Full name in English.</param>
/// <param name="ArabicName">Full name in Arabic.</param>
/// <param name="Variants">Other spellings and the short forms by which newsrooms go on, in either language.</param>
/// <param name="From">First day in office.</param>
/// <param name="To">Last day in office; <c>null</c> while in office.</param>
/// <param name="ToleranceDays">How many days the dates may be off: 14 where they are known to the day, 45 to the month, 200 to the year.</param>
public sealed record OfficeHolder(string Actor, string Office, string EnglishName, string ArabicName, IReadOnlyList<string> Variants,
    DateOnly From, DateOnly? To, int ToleranceDays)
{
    /// <summary>Whether the office was held on a day, give or take <see cref="ToleranceDays"/>.</summary>
    public bool Held(DateOnly day) => day >= From.AddDays(-ToleranceDays) && (To is not { } to || day <= to.AddDays(ToleranceDays));
}
