using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    term = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    rules = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    root_id = table.Column<long>(type: "bigint", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "progress_delta",
                columns: table => new
                {
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    effective_on = table.Column<int>(type: "integer", nullable: false),
                    recorded_on = table.Column<int>(type: "integer", nullable: false),
                    annulled = table.Column<int>(type: "integer", nullable: false),
                    attended = table.Column<int>(type: "integer", nullable: false),
                    attended_accepted = table.Column<int>(type: "integer", nullable: false),
                    elected = table.Column<int>(type: "integer", nullable: false),
                    elected_accepted = table.Column<int>(type: "integer", nullable: false),
                    exempt = table.Column<int>(type: "integer", nullable: false),
                    exempt_accepted = table.Column<int>(type: "integer", nullable: false),
                    expected = table.Column<int>(type: "integer", nullable: false),
                    first_time = table.Column<int>(type: "integer", nullable: false),
                    first_time_accepted = table.Column<int>(type: "integer", nullable: false),
                    held = table.Column<int>(type: "integer", nullable: false),
                    held_accepted = table.Column<int>(type: "integer", nullable: false),
                    minority = table.Column<int>(type: "integer", nullable: false),
                    minority_accepted = table.Column<int>(type: "integer", nullable: false),
                    model = table.Column<int>(type: "integer", nullable: false),
                    model_exempt = table.Column<int>(type: "integer", nullable: false),
                    model_held = table.Column<int>(type: "integer", nullable: false),
                    model_held_accepted = table.Column<int>(type: "integer", nullable: false),
                    overdue = table.Column<int>(type: "integer", nullable: false),
                    plan_approved = table.Column<int>(type: "integer", nullable: false),
                    plan_submitted = table.Column<int>(type: "integer", nullable: false),
                    postponed = table.Column<int>(type: "integer", nullable: false),
                    preparing = table.Column<int>(type: "integer", nullable: false),
                    ratified = table.Column<int>(type: "integer", nullable: false),
                    ratified_accepted = table.Column<int>(type: "integer", nullable: false),
                    result_reported = table.Column<int>(type: "integer", nullable: false),
                    summoned = table.Column<int>(type: "integer", nullable: false),
                    under_40 = table.Column<int>(type: "integer", nullable: false),
                    under_40_accepted = table.Column<int>(type: "integer", nullable: false),
                    women = table.Column<int>(type: "integer", nullable: false),
                    women_accepted = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_delta", x => new { x.campaign_id, x.organisation_id, x.level, x.effective_on, x.recorded_on });
                });

            migrationBuilder.CreateTable(
                name: "progress_total",
                columns: table => new
                {
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    effective_on = table.Column<int>(type: "integer", nullable: false),
                    annulled = table.Column<int>(type: "integer", nullable: false),
                    attended = table.Column<int>(type: "integer", nullable: false),
                    attended_accepted = table.Column<int>(type: "integer", nullable: false),
                    elected = table.Column<int>(type: "integer", nullable: false),
                    elected_accepted = table.Column<int>(type: "integer", nullable: false),
                    exempt = table.Column<int>(type: "integer", nullable: false),
                    exempt_accepted = table.Column<int>(type: "integer", nullable: false),
                    expected = table.Column<int>(type: "integer", nullable: false),
                    first_time = table.Column<int>(type: "integer", nullable: false),
                    first_time_accepted = table.Column<int>(type: "integer", nullable: false),
                    held = table.Column<int>(type: "integer", nullable: false),
                    held_accepted = table.Column<int>(type: "integer", nullable: false),
                    minority = table.Column<int>(type: "integer", nullable: false),
                    minority_accepted = table.Column<int>(type: "integer", nullable: false),
                    model = table.Column<int>(type: "integer", nullable: false),
                    model_exempt = table.Column<int>(type: "integer", nullable: false),
                    model_held = table.Column<int>(type: "integer", nullable: false),
                    model_held_accepted = table.Column<int>(type: "integer", nullable: false),
                    overdue = table.Column<int>(type: "integer", nullable: false),
                    plan_approved = table.Column<int>(type: "integer", nullable: false),
                    plan_submitted = table.Column<int>(type: "integer", nullable: false),
                    postponed = table.Column<int>(type: "integer", nullable: false),
                    preparing = table.Column<int>(type: "integer", nullable: false),
                    ratified = table.Column<int>(type: "integer", nullable: false),
                    ratified_accepted = table.Column<int>(type: "integer", nullable: false),
                    result_reported = table.Column<int>(type: "integer", nullable: false),
                    summoned = table.Column<int>(type: "integer", nullable: false),
                    under_40 = table.Column<int>(type: "integer", nullable: false),
                    under_40_accepted = table.Column<int>(type: "integer", nullable: false),
                    women = table.Column<int>(type: "integer", nullable: false),
                    women_accepted = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_total", x => new { x.campaign_id, x.organisation_id, x.level, x.effective_on });
                });

            migrationBuilder.CreateTable(
                name: "campaign_level",
                columns: table => new
                {
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    window_from = table.Column<DateOnly>(type: "date", nullable: true),
                    window_until = table.Column<DateOnly>(type: "date", nullable: true)
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    expected_from = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    status_on = table.Column<DateOnly>(type: "date", nullable: true),
                    model = table.Column<bool>(type: "boolean", nullable: false),
                    last_event_id = table.Column<long>(type: "bigint", nullable: true)
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
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    window_from = table.Column<DateOnly>(type: "date", nullable: true),
                    window_until = table.Column<DateOnly>(type: "date", nullable: true),
                    decision = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    congress_id = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by_id = table.Column<long>(type: "bigint", nullable: true),
                    recorded_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    brought_in = table.Column<bool>(type: "boolean", nullable: false),
                    request_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    model = table.Column<bool>(type: "boolean", nullable: true),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    with_election = table.Column<bool>(type: "boolean", nullable: true),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    days = table.Column<int>(type: "integer", nullable: true),
                    summoned = table.Column<int>(type: "integer", nullable: true),
                    attended = table.Column<int>(type: "integer", nullable: true),
                    elected = table.Column<int>(type: "integer", nullable: true),
                    women = table.Column<int>(type: "integer", nullable: true),
                    under_40 = table.Column<int>(type: "integer", nullable: true),
                    minority = table.Column<int>(type: "integer", nullable: true),
                    first_time = table.Column<int>(type: "integer", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by_id = table.Column<long>(type: "bigint", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    withdrawn_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    returned = table.Column<bool>(type: "boolean", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    accepted_by_id = table.Column<long>(type: "bigint", nullable: true),
                    accepted_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
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
