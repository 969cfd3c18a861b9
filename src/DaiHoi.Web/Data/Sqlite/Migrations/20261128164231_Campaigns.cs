using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Campaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "campaign",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    term = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    rules = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    root_id = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign", x => x.id);
                    table.CheckConstraint("ck_campaign_closed_after_opening", "closed_on is null or closed_on >= opened_on");
                    table.ForeignKey(
                        name: "fk_campaign_organisation_root_id",
                        column: x => x.root_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            // Clustered by its key: the rows of one organisation lie together, and a value as of a day is one seek.
            migrationBuilder.Sql(
                """
                create table progress_delta (
                    campaign_id integer not null,
                    organisation_id integer not null,
                    level integer not null,
                    effective_on integer not null,
                    recorded_on integer not null,
                    annulled integer not null,
                    attended integer not null,
                    attended_accepted integer not null,
                    elected integer not null,
                    elected_accepted integer not null,
                    exempt integer not null,
                    exempt_accepted integer not null,
                    expected integer not null,
                    first_time integer not null,
                    first_time_accepted integer not null,
                    held integer not null,
                    held_accepted integer not null,
                    minority integer not null,
                    minority_accepted integer not null,
                    model integer not null,
                    model_exempt integer not null,
                    model_held integer not null,
                    model_held_accepted integer not null,
                    overdue integer not null,
                    plan_approved integer not null,
                    plan_submitted integer not null,
                    postponed integer not null,
                    preparing integer not null,
                    ratified integer not null,
                    ratified_accepted integer not null,
                    result_reported integer not null,
                    summoned integer not null,
                    under_40 integer not null,
                    under_40_accepted integer not null,
                    women integer not null,
                    women_accepted integer not null,
                    primary key (campaign_id, organisation_id, level, effective_on, recorded_on)
                ) without rowid;
                """
            );

            // Clustered by its key: the rows of one organisation lie together, and a value as of a day is one seek.
            migrationBuilder.Sql(
                """
                create table progress_total (
                    campaign_id integer not null,
                    organisation_id integer not null,
                    level integer not null,
                    effective_on integer not null,
                    annulled integer not null,
                    attended integer not null,
                    attended_accepted integer not null,
                    elected integer not null,
                    elected_accepted integer not null,
                    exempt integer not null,
                    exempt_accepted integer not null,
                    expected integer not null,
                    first_time integer not null,
                    first_time_accepted integer not null,
                    held integer not null,
                    held_accepted integer not null,
                    minority integer not null,
                    minority_accepted integer not null,
                    model integer not null,
                    model_exempt integer not null,
                    model_held integer not null,
                    model_held_accepted integer not null,
                    overdue integer not null,
                    plan_approved integer not null,
                    plan_submitted integer not null,
                    postponed integer not null,
                    preparing integer not null,
                    ratified integer not null,
                    ratified_accepted integer not null,
                    result_reported integer not null,
                    summoned integer not null,
                    under_40 integer not null,
                    under_40_accepted integer not null,
                    women integer not null,
                    women_accepted integer not null,
                    primary key (campaign_id, organisation_id, level, effective_on)
                ) without rowid;
                """
            );

            migrationBuilder.CreateTable(
                name: "campaign_level",
                columns: table => new
                {
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    window_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    window_until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_level", x => new { x.campaign_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_campaign_level_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "congress",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    expected_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    status_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    model = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_event_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_congress", x => x.id);
                    table.ForeignKey(
                        name: "fk_congress_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_congress_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "narrowed_window",
                columns: table => new
                {
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    window_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    window_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decision = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_narrowed_window", x => new { x.campaign_id, x.organisation_id, x.ordinal });
                    table.CheckConstraint("ck_narrowed_window_in_order", "window_from is null or window_until is null or window_from <= window_until");
                    table.ForeignKey(
                        name: "fk_narrowed_window_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_narrowed_window_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "congress_event",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    congress_id = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_by_id = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    brought_in = table.Column<bool>(type: "INTEGER", nullable: false),
                    request_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    model = table.Column<bool>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    with_election = table.Column<bool>(type: "INTEGER", nullable: true),
                    planned_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    days = table.Column<int>(type: "INTEGER", nullable: true),
                    summoned = table.Column<int>(type: "INTEGER", nullable: true),
                    attended = table.Column<int>(type: "INTEGER", nullable: true),
                    elected = table.Column<int>(type: "INTEGER", nullable: true),
                    women = table.Column<int>(type: "INTEGER", nullable: true),
                    under_40 = table.Column<int>(type: "INTEGER", nullable: true),
                    minority = table.Column<int>(type: "INTEGER", nullable: true),
                    first_time = table.Column<int>(type: "INTEGER", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_by_id = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    withdrawn_note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    returned = table.Column<bool>(type: "INTEGER", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    accepted_by_id = table.Column<long>(type: "INTEGER", nullable: true),
                    accepted_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_congress_event", x => x.id);
                    table.CheckConstraint("ck_congress_event_attended_not_negative", "attended is null or attended >= 0");
                    table.CheckConstraint("ck_congress_event_days_not_negative", "days is null or days >= 0");
                    table.CheckConstraint("ck_congress_event_elected_not_negative", "elected is null or elected >= 0");
                    table.CheckConstraint("ck_congress_event_first_time_not_negative", "first_time is null or first_time >= 0");
                    table.CheckConstraint("ck_congress_event_minority_not_negative", "minority is null or minority >= 0");
                    table.CheckConstraint("ck_congress_event_summoned_not_negative", "summoned is null or summoned >= 0");
                    table.CheckConstraint("ck_congress_event_under_40_not_negative", "under_40 is null or under_40 >= 0");
                    table.CheckConstraint("ck_congress_event_women_not_negative", "women is null or women >= 0");
                    table.ForeignKey(
                        name: "fk_congress_event_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_campaign_code",
                table: "campaign",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_congress_organisation",
                table: "congress",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_congress_campaign_organisation",
                table: "congress",
                columns: new[] { "campaign_id", "organisation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_congress_event_congress",
                table: "congress_event",
                column: "congress_id");

            migrationBuilder.CreateIndex(
                name: "ux_congress_event_request_key",
                table: "congress_event",
                column: "request_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_narrowed_window_organisation_id",
                table: "narrowed_window",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_root_id",
                table: "campaign",
                column: "root_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "campaign_level");

            migrationBuilder.DropTable(
                name: "congress_event");

            migrationBuilder.DropTable(
                name: "narrowed_window");

            migrationBuilder.DropTable(
                name: "progress_delta");

            migrationBuilder.DropTable(
                name: "progress_total");

            migrationBuilder.DropTable(
                name: "congress");

            migrationBuilder.DropTable(
                name: "campaign");
        }
    }
}
