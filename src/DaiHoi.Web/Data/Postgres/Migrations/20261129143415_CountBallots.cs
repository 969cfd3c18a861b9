using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CountBallots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "congress_duty",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    congress_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    account_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    duty = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    given_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_congress_duty", x => x.id);
                    table.ForeignKey(
                        name: "fk_congress_duty_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "held_election",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    congress_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    post = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    among = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    continues_id = table.Column<long>(type: "bigint", nullable: true),
                    arranged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    arranged_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    form = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    listed_by_committee = table.Column<int>(type: "integer", nullable: true),
                    list_closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    list_closed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    list_attending = table.Column<long>(type: "bigint", nullable: true),
                    list_for = table.Column<long>(type: "bigint", nullable: true),
                    box_opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    box_opened_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    method = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    summoned = table.Column<long>(type: "bigint", nullable: true),
                    present = table.Column<long>(type: "bigint", nullable: true),
                    deducted = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    issued = table.Column<long>(type: "bigint", nullable: true),
                    collected = table.Column<long>(type: "bigint", nullable: true),
                    signed_version = table.Column<int>(type: "integer", nullable: false),
                    correction_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    correction_begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    correction_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_election", x => x.id);
                    table.CheckConstraint("ck_held_election_collected", "collected is null or collected <= issued");
                    table.CheckConstraint("ck_held_election_seats", "seats > 0");
                    table.ForeignKey(
                        name: "fk_held_election_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_held_election_held_election_continues_id",
                        column: x => x.continues_id,
                        principalTable: "held_election",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ballot_batch",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    election_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_batch", x => x.id);
                    table.CheckConstraint("ck_ballot_batch_size", "size > 0");
                    table.ForeignKey(
                        name: "fk_ballot_batch_held_election_election_id",
                        column: x => x.election_id,
                        principalTable: "held_election",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "election_candidate",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    election_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    born = table.Column<DateOnly>(type: "date", nullable: true),
                    supporters = table.Column<long>(type: "bigint", nullable: true),
                    attending = table.Column<long>(type: "bigint", nullable: true),
                    is_namesake = table.Column<bool>(type: "boolean", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    number = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_election_candidate", x => x.id);
                    table.CheckConstraint("ck_election_candidate_support", "supporters is null or supporters <= attending");
                    table.ForeignKey(
                        name: "fk_election_candidate_held_election_election_id",
                        column: x => x.election_id,
                        principalTable: "held_election",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signed_result",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    election_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    archive = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    signed_by_id = table.Column<long>(type: "bigint", nullable: false),
                    signed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signed_result", x => x.id);
                    table.ForeignKey(
                        name: "fk_signed_result_held_election_election_id",
                        column: x => x.election_id,
                        principalTable: "held_election",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "batch_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    batch_id = table.Column<long>(type: "bigint", nullable: false),
                    board_group = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: false),
                    holder_id = table.Column<long>(type: "bigint", nullable: false),
                    holder_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    laptop = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    handed_in_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    journal_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batch_entry", x => x.id);
                    table.ForeignKey(
                        name: "fk_batch_entry_ballot_batch_batch_id",
                        column: x => x.batch_id,
                        principalTable: "ballot_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "doubt_decision",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    batch_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    reason = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<long>(type: "bigint", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_doubt_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_doubt_decision_ballot_batch_batch_id",
                        column: x => x.batch_id,
                        principalTable: "ballot_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "third_look",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    batch_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    doubtful = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<long>(type: "bigint", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_third_look", x => x.id);
                    table.ForeignKey(
                        name: "fk_third_look_ballot_batch_batch_id",
                        column: x => x.batch_id,
                        principalTable: "ballot_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entered_ballot",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    entry_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    doubtful = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entered_ballot", x => x.id);
                    table.ForeignKey(
                        name: "fk_entered_ballot_batch_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "batch_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_ballot_batch_election_number",
                table: "ballot_batch",
                columns: new[] { "election_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_batch_entry_batch_group",
                table: "batch_entry",
                columns: new[] { "batch_id", "board_group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_congress_duty_account",
                table: "congress_duty",
                column: "account_id",
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_congress_duty_standing",
                table: "congress_duty",
                columns: new[] { "congress_id", "account_id", "duty" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_doubt_decision_ballot",
                table: "doubt_decision",
                columns: new[] { "batch_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_election_candidate_election",
                table: "election_candidate",
                column: "election_id");

            migrationBuilder.CreateIndex(
                name: "ux_election_candidate_number",
                table: "election_candidate",
                columns: new[] { "election_id", "number" },
                unique: true,
                filter: "number is not null");

            migrationBuilder.CreateIndex(
                name: "ux_entered_ballot_entry_number_version",
                table: "entered_ballot",
                columns: new[] { "entry_id", "number", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_held_election_congress",
                table: "held_election",
                column: "congress_id");

            migrationBuilder.CreateIndex(
                name: "ix_held_election_continues_id",
                table: "held_election",
                column: "continues_id");

            migrationBuilder.CreateIndex(
                name: "ux_signed_result_election_version",
                table: "signed_result",
                columns: new[] { "election_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_signed_result_hash",
                table: "signed_result",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_third_look_ballot",
                table: "third_look",
                columns: new[] { "batch_id", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "congress_duty");

            migrationBuilder.DropTable(
                name: "doubt_decision");

            migrationBuilder.DropTable(
                name: "election_candidate");

            migrationBuilder.DropTable(
                name: "entered_ballot");

            migrationBuilder.DropTable(
                name: "signed_result");

            migrationBuilder.DropTable(
                name: "third_look");

            migrationBuilder.DropTable(
                name: "batch_entry");

            migrationBuilder.DropTable(
                name: "ballot_batch");

            migrationBuilder.DropTable(
                name: "held_election");
        }
    }
}
